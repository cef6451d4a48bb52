import { setIn } from '../fixtures/setIn';
import { checkDestination } from './checkDestination';
import { parseDestination } from './parseDestination';

const document = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Destination',
  metadata: {
    name: 'dev-cluster',
    namespace: 'default',
    uid: '7a0c',
    labels: { environment: 'dev' },
  },
  spec: {
    path: 'clusters/dev',
    stateStoreRef: { kind: 'GitStateStore', name: 'default' },
    cleanup: 'all',
    filepath: { mode: 'nestedByMetadata' },
  },
  relations: [],
};

function check(path?: string, value?: unknown) {
  const { definition, findings } = parseDestination(
    path ? setIn(document, path.split('.'), value) : document,
  );
  return [...findings, ...(definition ? checkDestination(definition) : [])];
}

describe('Destination', () => {
  it('is read from its catalog entity without what the catalog added', () => {
    expect(parseDestination(document)).toEqual({
      definition: {
        apiVersion: 'platform.kratix.io/v1alpha1',
        kind: 'Destination',
        metadata: { name: 'dev-cluster', labels: { environment: 'dev' } },
        spec: document.spec,
      },
      findings: [],
    });
    expect(check()).toEqual([]);
  });

  it.each([
    ['spec.path', undefined, 'spec.path', 'Required: must be a string'],
    ['spec.path', '', 'spec.path', 'path field is required'],
    ['spec.path', 'a/../../b', 'spec.path', 'out of the state store'],
    ['spec.path', '.git/hooks', 'spec.path', 'must not name .git'],
    ['spec.stateStoreRef', undefined, 'spec.stateStoreRef', 'Required'],
    [
      'spec.stateStoreRef.name',
      '',
      'spec.stateStoreRef.name',
      'stateStoreRef field is required',
    ],
    [
      'spec.stateStoreRef.kind',
      'FtpStateStore',
      'spec.stateStoreRef.kind',
      'Unsupported value: "FtpStateStore": supported values: "BucketStateStore", "GitStateStore"',
    ],
    [
      'spec.filepath.mode',
      'flat',
      'spec.filepath.mode',
      'Unsupported value: "flat": supported values: "nestedByMetadata", "aggregatedYAML", "none"',
    ],
    ['spec.cleanup', 'some', 'spec.cleanup', 'Unsupported value: "some"'],
    [
      'spec.filepath',
      { mode: 'aggregatedYAML', filename: '../x.yaml' },
      'spec.filepath.filename',
      'out of the Destination',
    ],
  ])('refuses %s: %j', (at, value, path, message) => {
    expect(check(at, value)).toContainEqual({
      severity: 'error',
      path,
      message: expect.stringContaining(message),
    });
  });

  it('warns of a file name that is not used', () => {
    expect(check('spec.filepath.filename', 'all.yaml')).toEqual([
      expect.objectContaining({ severity: 'warning' }),
    ]);
  });
});
