import { z } from 'zod/v4';
import { kratixEnvironment } from '../../workflow/kratixEnvironment';
import { promiseEnvironment } from '../../workflow/promiseEnvironment';
import { judgeOf, type Judge } from '../Judge';

const pipelineOf = {
  action: z.enum(['configure', 'delete']),
  promise: z.string(),
  pipeline: z.string(),
};

/** What a container finds in its environment; how a pod is made of it is nothing of this engine. */
export const pod: readonly Judge[] = [
  judgeOf(
    z.strictObject({ ...pipelineOf, workflow: z.literal('promise') }),
    ({ action, promise, pipeline }, expect) => {
      expect.equal(
        'env',
        Object.fromEntries(
          promiseEnvironment({
            action,
            promiseName: promise,
            pipelineName: pipeline,
          }).map(({ name, value }) => [name, value]),
        ),
      );
    },
  ),
  judgeOf(
    z.strictObject({
      ...pipelineOf,
      workflow: z.literal('resource'),
      object: z.strictObject({
        apiVersion: z.string(),
        kind: z.string(),
        name: z.string(),
        namespace: z.string(),
      }),
      plural: z.string(),
    }),
    ({ action, promise, pipeline, object, plural }, expect) => {
      const [group, version] = object.apiVersion.split('/');
      expect.equal(
        'env',
        Object.fromEntries(
          kratixEnvironment({
            action,
            type: 'resource',
            promiseName: promise,
            pipelineName: pipeline,
            kind: object.kind,
            group,
            version,
            name: object.name,
            namespace: object.namespace,
            plural,
            clusterScoped: false,
          }).map(({ name, value }) => [name, value]),
        ),
      );
    },
  ),
];
