import type { EngineHarness } from './EngineHarness';
import { promiseOf, type PromiseParts } from './promiseOf';

/**
 * A Destination `dev`, and `platform`, which fulfils requests; the Promise `database`, delivered to the first, and
 * `service` with the pipeline `service`, delivered to the second.
 */
export async function addDevAndPlatform(
  harness: EngineHarness,
  database: Pick<PromiseParts, 'configure' | 'delete'>,
): Promise<void> {
  await harness.addDestination('dev', { environment: 'dev' });
  await harness.addDestination(
    'platform',
    { environment: 'platform' },
    {},
    { fulfilsRequests: true },
  );
  await harness.addPromise(
    promiseOf({
      ...database,
      destinationSelectors: [{ matchLabels: { environment: 'dev' } }],
    }),
  );
  await harness.addPromise(
    promiseOf({
      name: 'service',
      configure: ['service'],
      destinationSelectors: [{ matchLabels: { environment: 'platform' } }],
    }),
  );
}
