import { InputError } from '@backstage/errors';
import type { Pipeline } from '@promissory/plugin-promises-common';
import type {
  FactReader,
  RunPipelineOptions,
} from '@promissory/plugin-promises-node';
import { stringify } from 'yaml';
import { FunctionRunner } from './FunctionRunner';

const RENDER = 'ghcr.io/promissory/render:v1';

function pipeline(
  ...containers: Array<{ options?: unknown; image?: string }>
): Pipeline {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name: 'configure' },
    spec: {
      containers: containers.map(({ options, image = RENDER }, index) => ({
        name: `c${index}`,
        image,
        env: [{ name: 'OPTIONS', value: stringify(options ?? {}) }],
      })),
    },
  };
}

describe('FunctionRunner', () => {
  const runner = FunctionRunner.create({ threads: 1 });
  afterAll(() => runner.stop());

  async function run(
    definition: Pipeline,
    more: Partial<RunPipelineOptions> = {},
  ) {
    const seen: string[] = [];
    const outcome = await runner.run({
      id: 'run-1',
      pipeline: definition,
      type: 'resource',
      action: 'configure',
      object: {
        metadata: { name: 'shop' },
        spec: { list: Array.from({ length: 300 }, (_, index) => index) },
      },
      environment: [{ name: 'KRATIX_PROMISE_NAME', value: 'namespace' }],
      limits: {
        timeoutMs: 20_000,
        outputBytes: 100_000,
        outputFiles: 100,
        logBytes: 1_000,
      },
      readFact: async query => {
        throw new Error(`nobody asks for ${query.kind}`);
      },
      signal: new AbortController().signal,
      observer: {
        stepStarted: async index => void seen.push(`started ${index}`),
        stepFinished: async (index, { state, reason }) =>
          void seen.push(
            `finished ${index} ${state}${reason ? ` ${reason}` : ''}`,
          ),
        log: async (index, stream, lines) =>
          void seen.push(...lines.map(line => `${index} ${stream} ${line}`)),
      },
      ...more,
    });
    return { outcome, seen };
  }

  it('should run containers in order, each seeing what those before wrote', async () => {
    const { outcome, seen } = await run(
      pipeline(
        {
          options: {
            files: [{ path: 'a', content: '1' }],
            status: { message: 'first', kept: true },
          },
        },
        {
          options: {
            files: [{ path: 'b', content: '${{ metadata.name }}' }],
            status: { message: 'second' },
          },
        },
      ),
    );
    expect(outcome.state).toBe('Succeeded');
    expect(
      [...outcome.output].map(([path, bytes]) => [
        path,
        Buffer.from(bytes).toString(),
      ]),
    ).toEqual([
      ['a', '1'],
      ['b', 'shop'],
    ]);
    expect(Buffer.from(outcome.metadata.get('status.yaml')!).toString()).toBe(
      'message: second\nkept: true\n',
    );
    expect(seen).toEqual([
      'started 0',
      '0 stdout wrote a (1 bytes)',
      'finished 0 Succeeded',
      'started 1',
      '1 stdout wrote b (4 bytes)',
      'finished 1 Succeeded',
    ]);
  });

  it('should bound the output of all containers together', async () => {
    const half = { files: [{ path: 'a', content: 'x'.repeat(60_000) }] };
    const same = await run(pipeline({ options: half }, { options: half }));
    expect(same.outcome.state).toBe('Succeeded');
    const other = {
      files: [{ path: 'b', content: 'x'.repeat(60_000) }],
    };
    const { outcome } = await run(
      pipeline({ options: half }, { options: other }),
    );
    expect(outcome).toMatchObject({
      state: 'Failed',
      reason: 'OutputTooLarge',
      message: expect.stringContaining('100000 bytes'),
    });
    expect(outcome.output.size).toBe(0);
  });

  it('should fail with the message of the function, and run nothing after it', async () => {
    const { outcome, seen } = await run(
      pipeline(
        { options: { files: [{ path: '../a', content: '' }] } },
        { options: {} },
      ),
    );
    expect(outcome).toMatchObject({
      state: 'Failed',
      reason: 'Error',
      message: expect.stringContaining('leads out'),
    });
    expect(outcome.output.size).toBe(0);
    expect(seen).toEqual([
      'started 0',
      expect.stringContaining('0 stderr'),
      'finished 0 Failed Error',
    ]);
  });

  it('should end what runs too long, and go on with the next', async () => {
    const endless = pipeline({
      options: {
        files: [
          {
            path: 'a',
            content:
              '${{ spec.list.map(a, spec.list.map(b, spec.list.map(c, spec.list.map(d, a + b + c + d)))).size() }}',
          },
        ],
      },
    });
    const { outcome } = await run(endless, {
      limits: {
        timeoutMs: 300,
        outputBytes: 1_000,
        outputFiles: 10,
        logBytes: 100,
      },
    });
    expect(outcome.state).toBe('Failed');
    expect(
      (
        await run(
          pipeline({ options: { files: [{ path: 'a', content: '1' }] } }),
        )
      ).outcome.state,
    ).toBe('Succeeded');
  });

  it('should reject when it is aborted', async () => {
    const controller = new AbortController();
    controller.abort(new Error('the lease is lost'));
    await expect(
      run(pipeline({ options: {} }), { signal: controller.signal }),
    ).rejects.toThrow('the lease is lost');
  });

  it('should say how much of a log was dropped', async () => {
    const { seen } = await run(
      pipeline({
        options: {
          files: [
            {
              path: '${{ string(i) }}',
              forEach: { in: 'spec.list', as: 'i' },
              content: 'x',
            },
          ],
        },
      }),
      {
        limits: {
          timeoutMs: 20_000,
          outputBytes: 1_000,
          outputFiles: 1_000,
          logBytes: 100,
        },
      },
    );
    expect(seen).toContainEqual(
      expect.stringMatching(
        /\[\d+ more lines: the log is limited to 100 bytes\]/,
      ),
    );
  });

  describe('facts and violations', () => {
    const POLICY = 'ghcr.io/promissory/policy:v1';
    const shared = pipeline(
      { options: { files: [{ path: 'a.yaml', content: 'kind: A\n' }] } },
      { image: POLICY, options: { policies: [{ promise: 'standards' }] } },
    );
    const answering =
      (answer: unknown): FactReader =>
      async () =>
        answer as never;
    const configMap = (severity: string) => ({
      data: {
        'rules.yaml': stringify([
          { name: 'no', severity, scope: 'document', expression: 'false' },
        ]),
      },
    });

    it('should read what a step asks for, and fail with its reason and violations', async () => {
      const asked: unknown[] = [];
      const { outcome, seen } = await run(shared, {
        readFact: async query => {
          asked.push(query);
          return configMap('error') as never;
        },
      });
      expect(asked).toEqual([
        {
          kind: 'dependency',
          promise: 'standards',
          document: { kind: 'ConfigMap', name: 'standards' },
        },
      ]);
      expect(outcome).toMatchObject({
        state: 'Failed',
        reason: 'PolicyViolation',
        message: 'A in a.yaml: it must hold that false (standards/no)',
        violations: [{ rule: 'no', policy: 'standards', severity: 'error' }],
      });
      expect(seen).toContain('finished 1 Failed PolicyViolation');
    });

    it('should hand on warnings of a pipeline that succeeds', async () => {
      const { outcome } = await run(shared, {
        readFact: answering(configMap('warning')),
      });
      expect(outcome).toMatchObject({
        state: 'Succeeded',
        violations: [{ rule: 'no', severity: 'warning' }],
      });
    });

    it('should fail where answers are too large', async () => {
      const { outcome } = await run(shared, {
        readFact: answering({ text: 'x'.repeat(5_000_000) }),
      });
      expect(outcome).toMatchObject({
        state: 'Failed',
        reason: 'FactsTooLarge',
      });
    });

    it('should fail where the question is wrong, and reject where the platform is broken', async () => {
      const throwing = (error: Error) =>
        run(shared, { readFact: () => Promise.reject(error) });
      const { outcome } = await throwing(new InputError('too many'));
      expect(outcome).toMatchObject({ state: 'Failed', message: 'too many' });
      await expect(throwing(new Error('no database'))).rejects.toThrow(
        'what the step asks could not be read: Error: no database',
      );
    });
  });

  it.each([
    ['a known function', pipeline({}), /^can run$/],
    [
      'another major',
      pipeline({ image: 'ghcr.io/promissory/render:v2' }),
      /not a known function/,
    ],
    [
      'a minor of the major',
      pipeline({ image: 'ghcr.io/promissory/render:v1.4.2' }),
      /^can run$/,
    ],
    [
      'a digest',
      pipeline({ image: `ghcr.io/promissory/render@sha256:${'a'.repeat(64)}` }),
      /not a known function/,
    ],
    [
      'another image',
      pipeline({}, { image: 'busybox' }),
      /image busybox of pipeline configure/,
    ],
    [
      'rights',
      {
        ...pipeline({}),
        spec: {
          ...pipeline({}).spec,
          rbac: { permissions: [{ verbs: ['get'] }] },
        },
      },
      /asks for rights in Kubernetes/,
    ],
    [
      'secrets',
      {
        ...pipeline({}),
        spec: {
          containers: [
            {
              name: 'c',
              image: RENDER,
              envFrom: [{ secretRef: { name: 's' } }],
            },
          ],
        },
      },
      /reads secrets/,
    ],
    ['nothing', pipeline(), /has no containers/],
  ])(
    'says before anybody orders whether it can run %s',
    (_, definition, reason) => {
      const verdict = runner.verdict(definition);
      expect(verdict.canRun ? 'can run' : verdict.reason).toMatch(reason);
    },
  );
});
