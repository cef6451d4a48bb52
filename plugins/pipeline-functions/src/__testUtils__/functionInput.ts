import { stringify } from 'yaml';
import type { FunctionInput } from '../pipelineFunction';

/** What a function reads, from its options. */
export function functionInput(
  options: unknown,
  more: Partial<FunctionInput> = {},
): FunctionInput {
  return {
    object: {
      apiVersion: 'platform.example/v1',
      kind: 'App',
      metadata: { name: 'shop', namespace: 'default' },
      spec: { environment: 'dev', replicas: 5, hosts: ['a', 'b'], team: 'web' },
    },
    environment: {
      KRATIX_PROMISE_NAME: 'app',
      KRATIX_PIPELINE_NAME: 'configure',
      OPTIONS: typeof options === 'string' ? options : stringify(options),
    },
    arguments: [],
    output: new Map(),
    metadata: new Map(),
    limits: { outputBytes: 100_000, outputFiles: 100 },
    facts: {},
    now: '2026-01-01T00:10:00.000Z',
    log: () => undefined,
    ...more,
  };
}

/** Files by their path, from texts. */
export function filesOf(
  texts: Readonly<Record<string, string>>,
): ReadonlyMap<string, Uint8Array> {
  return new Map(
    Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]),
  );
}
