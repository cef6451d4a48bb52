import { wantedOf } from '../__testUtils__/childrenOf';
import { revisionOf } from '../__testUtils__/snapshotOf';
import { ChildAdmission } from './ChildAdmission';

/** Revision 2 of the Promise: its schema has a default since. */
function revisionWithTier() {
  const revision = structuredClone(
    revisionOf({ name: 'postgresql' }, { id: 'revision-2' }),
  );
  const { versions } = revision.definition.spec.api?.spec as {
    versions: Array<{ schema: { openAPIV3Schema: { properties: object } } }>;
  };
  versions[0].schema.openAPIV3Schema.properties = {
    spec: {
      type: 'object',
      properties: {
        size: { type: 'string' },
        tier: { type: 'string', default: 'basic' },
      },
    },
  };
  return revision;
}

describe('ChildAdmission', () => {
  it('reads what is stored with the defaults that it gives to the document', () => {
    const admission = ChildAdmission.create();
    const stored = { size: 'small' };
    const verdict = admission.admit(wantedOf(), revisionWithTier(), stored);
    expect(verdict).toEqual({
      spec: { size: 'small', tier: 'basic' },
      served: { size: 'small', tier: 'basic' },
      errors: [],
    });
    expect(admission.admit(wantedOf(), revisionWithTier(), stored)).toBe(
      verdict,
    );
  });

  it('has nothing to read of one that is new', () => {
    const verdict = ChildAdmission.create().admit(
      wantedOf(),
      revisionWithTier(),
      undefined,
    );
    expect(verdict).not.toHaveProperty('served');
  });

  it.each([
    ['v1', []],
    ['v2', ['version v2 is not served; there are: v1']],
  ])('tells of version %s: %j', (version, messages) => {
    const wanted = wantedOf();
    const { errors } = ChildAdmission.create().admit(
      { ...wanted, document: { ...wanted.document, version } },
      revisionOf({ name: 'postgresql' }),
      undefined,
    );
    expect(errors.map(({ message }) => message)).toEqual(messages);
  });
});
