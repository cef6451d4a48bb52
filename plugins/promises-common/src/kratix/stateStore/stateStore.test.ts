import { checkStateStore } from './checkStateStore';
import { parseStateStore } from './parseStateStore';

function check(kind: string, spec: unknown) {
  const { definition, findings } = parseStateStore({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind,
    metadata: { name: 'default' },
    spec,
  });
  return [...findings, ...(definition ? checkStateStore(definition) : [])];
}

describe('state stores', () => {
  it.each<[string, unknown]>([
    ['GitStateStore', { url: 'file:///platform.git' }],
    ['GitStateStore', { url: 'https://git.example/state.git', branch: 'main' }],
    [
      'GitStateStore',
      {
        url: 'git@git.example:org/state.git',
        authMethod: 'ssh',
        secretRef: { name: 'key', namespace: 'default' },
      },
    ],
    [
      'BucketStateStore',
      {
        bucketName: 'kratix',
        endpoint: 's3.example:9000',
        secretRef: { name: 'key', namespace: 'default' },
      },
    ],
    [
      'BucketStateStore',
      { bucketName: 'kratix', endpoint: 's3.example', authMethod: 'IAM' },
    ],
  ])('takes a %s with %j', (kind, spec) => {
    expect(check(kind, spec)).toEqual([]);
  });

  it.each<[string, unknown, string, string]>([
    ['FtpStateStore', {}, 'kind', 'Unsupported value: "FtpStateStore"'],
    ['GitStateStore', undefined, 'spec', 'Required'],
    ['GitStateStore', {}, 'spec.url', 'Required'],
    ['GitStateStore', { url: 'state.git' }, 'spec.url', 'Invalid value'],
    ['GitStateStore', { url: 'ext::sh -c id' }, 'spec.url', 'ext:'],
    [
      'GitStateStore',
      { url: 'https://bob:secret@git.example/x.git' },
      'spec.url',
      'name a secret',
    ],
    [
      'GitStateStore',
      { url: 'https://git.example/x.git', authMethod: 'ssh' },
      'spec.url',
      'invalid URL for SSH auth method',
    ],
    [
      'GitStateStore',
      { url: 'ssh://git@git.example/x.git' },
      'spec.url',
      'invalid URL for HTTPS auth method',
    ],
    [
      'GitStateStore',
      { url: 'https://git.example/x.git', authMethod: 'githubApp' },
      'spec.secretRef',
      'must be set',
    ],
    [
      'GitStateStore',
      { url: 'file:///x.git', branch: '--upload-pack=id' },
      'spec.branch',
      'no name of a branch',
    ],
    [
      'GitStateStore',
      { url: 'file:///x.git', path: '../other' },
      'spec.path',
      'out of the state store',
    ],
    [
      'BucketStateStore',
      { bucketName: 'b', endpoint: 's3.example' },
      'spec.secretRef',
      'spec.secretRef must be set when using authentication method accessKey',
    ],
    [
      'BucketStateStore',
      {
        bucketName: 'b',
        endpoint: 's3.example',
        secretRef: { namespace: 'default' },
      },
      'spec.secretRef.name',
      'spec.secretRef must contain secret name',
    ],
    [
      'BucketStateStore',
      { bucketName: 'b', endpoint: 's3.example', secretRef: { name: 'x' } },
      'spec.secretRef.namespace',
      'spec.secretRef must contain secret namespace',
    ],
    [
      'BucketStateStore',
      { endpoint: 's3.example' },
      'spec.bucketName',
      'Required',
    ],
  ])('refuses a %s with %j', (kind, spec, path, message) => {
    expect(check(kind, spec)).toContainEqual({
      severity: 'error',
      path,
      message: expect.stringContaining(message),
    });
  });
});
