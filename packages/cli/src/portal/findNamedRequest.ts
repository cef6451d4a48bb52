import { NotFoundError } from '@backstage/errors';
import type { ResourceRequest } from '@promissory/plugin-promises-common';
import { UsageError } from '../commands/UsageError';
import type { Portal } from './Portal';
import type { PortalArguments } from './PortalArguments';

/**
 * The request that the words name: `PROMISE NAME` or `PROMISE/NAME`, in the namespace of `-n`.
 *
 * @throws UsageError where they name none, NotFoundError where there is none
 */
export async function findNamedRequest(
  portal: Portal,
  { words, namespace = 'default' }: PortalArguments,
): Promise<ResourceRequest> {
  const [word, name, ...rest] = words.flatMap(each => each.split('/'));
  if (!word || !name || rest.length > 0) {
    throw new UsageError('Name a Promise and a request: PROMISE NAME');
  }
  const promise = await portal.promise(word);
  const request = await portal.request({
    promise: promise.name,
    namespace,
    name,
  });
  if (!request) {
    throw new NotFoundError(
      `There is no request ${name} of ${promise.name} in namespace ${namespace} that you may see`,
    );
  }
  return request;
}
