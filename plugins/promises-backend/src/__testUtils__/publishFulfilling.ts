import { destinationEntity, stateStoreEntity } from './fixtures';
import { until, type startPromises } from './startPromises';

/** Publishes the state store and a Destination that fulfils requests, then the Promises; waits for the last of them. */
export async function publishFulfilling(
  promises: Awaited<ReturnType<typeof startPromises>>,
  documents: ReadonlyArray<Parameters<typeof promises.publish>[0]>,
): Promise<void> {
  const destination = destinationEntity();
  destination.metadata.annotations = {
    ...destination.metadata.annotations,
    'promissory.io/fulfils-requests': 'true',
  };
  await promises.publishEntity(stateStoreEntity());
  await promises.publishEntity(destination);
  for (const document of documents) await promises.publish(document);
  const { name } = documents.at(-1)?.metadata as { name: string };
  await until(async () => {
    const { body } = await promises.call('get', `/v1/promises/${name}`);
    return body.availability?.state === 'Available';
  });
}
