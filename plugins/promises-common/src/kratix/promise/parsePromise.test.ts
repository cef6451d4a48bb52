import fc from 'fast-check';
import { promiseDocument } from '../fixtures/promiseDocument';
import { setIn } from '../fixtures/setIn';
import { parsePromise } from './parsePromise';

describe('parsePromise', () => {
  it('keeps a good document as it is, without status', () => {
    const document = promiseDocument();
    const { definition, findings } = parsePromise({
      ...document,
      status: { status: 'Available' },
    });
    expect(findings).toEqual([]);
    expect(definition).toEqual(document);
  });

  it.each([
    [null, ''],
    ['text', ''],
    [{ kind: 'Promise' }, 'apiVersion'],
    [{ ...promiseDocument(), apiVersion: 'v1' }, 'apiVersion'],
    [{ ...promiseDocument(), kind: 'Deployment' }, 'kind'],
    [{ ...promiseDocument(), metadata: {} }, 'metadata.name'],
    [{ ...promiseDocument(), spec: undefined }, 'spec'],
  ])('cannot read %j', (document, path) => {
    const { definition, findings } = parsePromise(document);
    expect(definition).toBeUndefined();
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'error', path }),
    );
  });

  it('leaves out what cannot be read, and keeps the rest', () => {
    const document = setIn(
      setIn(promiseDocument(), ['spec', 'dependencies'], 'none'),
      ['spec', 'workflows', 'resource', 'configure', '1'],
      'no pipeline',
    );
    const { definition, findings } = parsePromise(document);
    expect(findings.map(({ path }) => path).sort()).toEqual([
      'spec.dependencies',
      'spec.workflows.resource.configure[1]',
    ]);
    expect(definition).toEqual(promiseDocument());
  });

  it('reads null as absent', () => {
    const document = setIn(
      setIn(promiseDocument(), ['spec', 'dependencies'], null),
      ['metadata', 'annotations'],
      null,
    );
    expect(parsePromise(document).findings).toEqual([]);
  });

  it('never throws and never changes its argument', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          ['spec'],
          ['spec', 'api'],
          ['spec', 'workflows', 'resource', 'configure'],
          ['spec', 'workflows', 'resource', 'configure', '0', 'spec'],
          ['metadata', 'labels'],
        ),
        fc.jsonValue(),
        (path, value) => {
          const document = setIn(promiseDocument(), path, value);
          const before = JSON.stringify(document);
          const { definition, findings } = parsePromise(document);
          expect(JSON.stringify(document)).toBe(before);
          expect(definition !== undefined || findings.length > 0).toBe(true);
        },
      ),
    );
  });
});
