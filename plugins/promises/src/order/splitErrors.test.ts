import { splitErrors } from './splitErrors';

describe('splitErrors', () => {
  it('sends each problem to its place', () => {
    const error = (path: string) => ({
      path,
      reason: 'Invalid',
      message: `bad ${path}`,
    });
    expect(
      splitErrors(
        [
          'spec.size',
          'spec',
          "spec['a.b']",
          'specification',
          'metadata.name',
          'metadata.namespace',
          'owner',
          'metadata.labels',
        ].map(error),
      ),
    ).toEqual({
      spec: [error('spec.size'), error('spec'), error("spec['a.b']")],
      name: 'bad metadata.name',
      namespace: 'bad metadata.namespace',
      owner: 'bad owner',
      other: [error('specification'), error('metadata.labels')],
    });
  });
});
