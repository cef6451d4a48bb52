import type { FactAnswers } from '@promissory/plugin-promises-node';
import { z } from 'zod/v4';
import type { FactInput } from '../../pipelineFunction';

const schema = z.looseObject({
  status: z
    .looseObject({
      conditions: z
        .array(
          z.looseObject({
            type: z.string(),
            status: z.string(),
            lastTransitionTime: z.string().optional(),
          }),
        )
        .catch([]),
      kratix: z
        .looseObject({
          workflows: z
            .looseObject({
              pipelines: z
                .array(
                  z.looseObject({
                    name: z.string(),
                    attempts: z.number().optional(),
                  }),
                )
                .optional(),
            })
            .optional(),
        })
        .optional(),
    })
    .optional()
    .catch(undefined),
});

/**
 * How often Kratix suspended the pipeline with retryAfter, from the object that it runs for; tried since the workflow is
 * not completed.
 */
export function readAttempts({
  object,
  environment,
  now,
}: Pick<FactInput, 'object' | 'environment' | 'now'>): FactAnswers['attempts'] {
  const { status } = schema.parse(object);
  const pipeline = status?.kratix?.workflows?.pipelines?.find(
    ({ name }) => name === environment.KRATIX_PIPELINE_NAME,
  );
  const configure = status?.conditions.find(
    ({ type, status: value }) =>
      type === 'ConfigureWorkflowCompleted' && value === 'False',
  );
  return {
    count: pipeline?.attempts ?? 0,
    since: configure?.lastTransitionTime ?? now,
  };
}
