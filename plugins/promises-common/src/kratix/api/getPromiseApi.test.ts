import { promiseDocument } from '../fixtures/promiseDocument';
import { setIn } from '../fixtures/setIn';
import { parsePromise } from '../promise/parsePromise';
import { getPromiseApi } from './getPromiseApi';

function read(path: string, value: unknown) {
  const { definition } = parsePromise(
    setIn(promiseDocument(), path.split('.'), value),
  );
  return getPromiseApi(definition!);
}

describe('getPromiseApi', () => {
  it('reads the storage version', () => {
    const [v1] = promiseDocument().spec.api.spec.versions;
    const api = read('spec.api.spec.versions', [
      { ...v1, name: 'v1alpha1', storage: false, schema: undefined },
      v1,
    ]);
    expect(api).toEqual({
      group: 'golden.example',
      version: 'v1',
      kind: 'Site',
      plural: 'sites',
      singular: 'site',
      scope: 'Namespaced',
      servedVersions: ['v1alpha1', 'v1'],
      schema: v1.schema.openAPIV3Schema,
    });
  });

  it('falls back to the first version and to an open schema', () => {
    expect(
      read('spec.api.spec.versions', [{ name: 'v2' }, { name: 'v3' }]),
    ).toMatchObject({ version: 'v2', schema: { type: 'object' } });
  });

  it.each([null, {}, { kind: 'Deployment' }])('has none for %j', api => {
    expect(read('spec.api', api)).toBeUndefined();
  });
});
