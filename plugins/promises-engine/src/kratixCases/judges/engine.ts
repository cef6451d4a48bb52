import {
  KRATIX_API_VERSION,
  parseGoDuration,
  type PromiseDefinition,
} from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';
import { reconciliationInterval } from '../../workflow/reconciliationInterval';
import { judgeOf, type Judge } from '../Judge';

export const engine: readonly Judge[] = [
  judgeOf(
    z.strictObject({
      annotation: z.string().nullable(),
      specInterval: z.string().nullable(),
      globalDefault: z.string(),
    }),
    ({ annotation, specInterval, globalDefault }, expect) => {
      const definition: PromiseDefinition = {
        apiVersion: KRATIX_API_VERSION,
        kind: 'Promise',
        metadata: {
          name: 'redis',
          ...(annotation === null
            ? {}
            : {
                annotations: {
                  'kratix.io/reconciliation-interval': annotation,
                },
              }),
        },
        spec: {
          workflows: {
            config: { reconciliationInterval: specInterval ?? undefined },
          },
        },
      };
      const fallback = parseGoDuration(globalDefault)!;
      const interval = reconciliationInterval(definition, fallback);
      expect.check('interval', expected =>
        parseGoDuration(String(expected)) === interval
          ? undefined
          : `is ${interval} ms, not ${expected}`,
      );
      expect.equal('source', interval === fallback ? 'global' : 'revision');
    },
  ),
];
