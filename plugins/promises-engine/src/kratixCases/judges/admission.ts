import {
  checkDestination,
  checkPromise,
  KRATIX_API_VERSION,
  parseDestination,
  parsePromise,
  type Finding,
} from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';
import { judgeOf, type Judge } from '../Judge';

const CONTAINER = { name: 'render', image: 'example.com/render:v1' };

function pipelineOf(name: string, labels: object = {}): object {
  return {
    apiVersion: KRATIX_API_VERSION,
    kind: 'Pipeline',
    metadata: { name, labels },
    spec: { containers: [CONTAINER] },
  };
}

function apiOf(scope: string): object {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'redis.example.com' },
    spec: {
      group: 'example.com',
      scope,
      names: { kind: 'redis', plural: 'redis', singular: 'redis' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: { spec: { type: 'object', properties: {} } },
            },
          },
        },
      ],
    },
  };
}

/** Errors of a Promise, each alone and with the field that it is about, as an API server writes it. */
function errorsOf(options: {
  readonly name?: string;
  readonly annotations?: object;
  readonly spec: object;
}): readonly string[] {
  const { definition, findings } = parsePromise({
    apiVersion: KRATIX_API_VERSION,
    kind: 'Promise',
    metadata: {
      name: options.name ?? 'mypromise',
      annotations: options.annotations ?? {},
    },
    spec: { api: apiOf('Namespaced'), ...options.spec },
  });
  return wordsOf([
    ...findings,
    ...(definition ? checkPromise(definition) : []),
  ]);
}

function wordsOf(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .flatMap(({ path, message }) => [message, `${path}: ${message}`]);
}

const workflow = {
  workflow: z.enum(['promise', 'resource']),
  action: z.enum(['configure', 'delete']),
};

export const admission: readonly Judge[] = [
  judgeOf(
    z.strictObject({ api: z.strictObject({ scope: z.string() }) }),
    ({ api }, expect) => {
      expect.refusals(errorsOf({ spec: { api: apiOf(api.scope) } }));
    },
  ),
  judgeOf(
    z.strictObject({ pipeline: z.looseObject({}) }),
    ({ pipeline }, expect) => {
      expect.refusals(
        errorsOf({
          spec: { workflows: { resource: { configure: [pipeline] } } },
        }),
      );
    },
  ),
  judgeOf(
    z.strictObject({ ...workflow, pipelineNames: z.array(z.string()) }),
    ({ workflow: type, action, pipelineNames }, expect) => {
      const pipelines = pipelineNames.map(name => pipelineOf(name));
      expect.refusals(
        errorsOf({ spec: { workflows: { [type]: { [action]: pipelines } } } }),
      );
    },
  ),
  judgeOf(
    z.strictObject({
      ...workflow,
      promise: z.string(),
      pipelineNameLength: z.number().int(),
    }),
    ({ promise, workflow: type, action, pipelineNameLength }, expect) => {
      const pipelines = [pipelineOf('p'.repeat(pipelineNameLength))];
      expect.refusals(
        errorsOf({
          name: promise,
          spec: { workflows: { [type]: { [action]: pipelines } } },
        }),
      );
    },
  ),
  judgeOf(
    z.strictObject({ pipelineLabels: z.record(z.string(), z.string()) }),
    ({ pipelineLabels }, expect) => {
      const configure = [pipelineOf('configure', pipelineLabels)];
      expect.refusals(
        errorsOf({ spec: { workflows: { resource: { configure } } } }),
      );
    },
  ),
  judgeOf(
    z.strictObject({ reconciliationInterval: z.string() }),
    ({ reconciliationInterval }, expect) => {
      expect.refusals(
        errorsOf({
          spec: { workflows: { config: { reconciliationInterval } } },
        }),
      );
    },
  ),
  judgeOf(
    z.strictObject({ modes: z.array(z.string()) }),
    ({ modes }, expect) => {
      const files = modes.map(mode => {
        const { definition } = parseDestination({
          apiVersion: KRATIX_API_VERSION,
          kind: 'Destination',
          metadata: { name: 'dev' },
          spec: {
            path: 'dev',
            filepath: { mode },
            stateStoreRef: { kind: 'GitStateStore', name: 'default' },
          },
        });
        if (!definition || wordsOf(checkDestination(definition)).length > 0) {
          throw new Error(`a Destination with mode ${mode} is refused`);
        }
        return definition.spec.filepath?.filename ?? '';
      });
      expect.equal('filename', files);
    },
  ),
];
