import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { RequestBody } from '@promissory/plugin-promises-common';
import { stringify } from 'yaml';
import type { RequestOutputs } from '../actions/toOutputs';
import type { RequestAddress } from '../requests/findRequests';
import type { RequestLinks } from '../requests/RequestLinks';
import type { PromisesSession } from '../session/PromisesSession';
import { DRY_RUN_UID } from './dryRunUid';

/** What a dry run needs. */
export interface DryRunOptions {
  readonly address: RequestAddress;
  readonly body: RequestBody;
  readonly links: RequestLinks;
  readonly logger: Pick<LoggerService, 'info'>;
  /** The body is a change of a request that is there; otherwise the name has to be free. */
  readonly change?: boolean;
}

/** Admission's verdict on an order or a change, without doing anything. Throws where it would be refused. */
export async function dryRunOrder(
  session: PromisesSession,
  options: DryRunOptions,
): Promise<RequestOutputs> {
  const { address, body, links, logger, change = false } = options;
  const { promise, namespace, name } = address;
  const card = await session.call((api, call) => api.getPromise(promise, call));
  if (!change && !card.orderable) {
    throw new InputError(
      `The Promise ${promise} cannot be ordered: ${
        card.deniedPermission
          ? `the permission ${card.deniedPermission} is missing`
          : card.runner.missing ?? card.availability.message
      }`,
    );
  }
  const verdict = await session.call((api, call) =>
    api.validateRequest(
      promise,
      { ...body, namespace, name, mustBeNew: !change },
      call,
    ),
  );
  if (!verdict.valid) {
    const lines = verdict.errors.map(each => `- ${each.path}: ${each.message}`);
    throw new InputError(`The request is refused:\n${lines.join('\n')}`);
  }
  logger.info(
    `Dry run, nothing is ${
      change ? 'changed' : 'ordered'
    }. The request would be:\n${stringify(verdict.object)}`,
  );
  return {
    uid: DRY_RUN_UID,
    url: links.requests(),
    promise,
    namespace,
    name,
    generation: 1,
    state: 'Pending',
    message: 'Dry run',
    reached: true,
    status: {},
  };
}
