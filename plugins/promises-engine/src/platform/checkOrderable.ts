import { ConflictError, NotFoundError } from '@backstage/errors';
import type { PromiseRow } from '../database/rows/rows';
import type { ApplyRequestOptions } from './types';

/**
 * Whether a Promise takes this order or change. One that is only unavailable takes it, and fulfils it later; one that is
 * withdrawn takes changes. Throws a NotFoundError or a ConflictError.
 */
export function checkOrderable(
  options: ApplyRequestOptions,
  promise: PromiseRow | undefined,
  isNew: boolean,
): asserts promise is PromiseRow {
  const { promiseName, promiseRevisionId } = options;
  if (!promise) {
    throw new NotFoundError(`There is no Promise ${promiseName}`);
  }
  const accepted = isNew
    ? ['Available', 'Unavailable']
    : ['Available', 'Unavailable', 'Withdrawn'];
  if (!accepted.includes(promise.state)) {
    throw new ConflictError(
      `Promise ${promiseName} takes no ${isNew ? 'orders' : 'changes'}, it is ${
        promise.state
      }: ${promise.message}`,
    );
  }
  if (!promise.api_group || !promise.api_version || !promise.api_kind) {
    throw new ConflictError(
      `Promise ${promiseName} has no API, so nothing can be requested of it`,
    );
  }
  if (promise.current_revision_id !== promiseRevisionId) {
    throw new ConflictError(
      `Promise ${promiseName} was changed while the request was checked; send it again`,
    );
  }
}
