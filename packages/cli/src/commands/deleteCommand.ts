import { findNamedRequest } from '../portal/findNamedRequest';
import { Portal } from '../portal/Portal';
import {
  PORTAL_FLAGS,
  readPortalArguments,
} from '../portal/readPortalArguments';
import type { Command } from './Command';

/** Deletes a request and what it brought. */
export const deleteCommand: Command = {
  usage: `delete PROMISE NAME [--wait] [--timeout SECONDS] ${PORTAL_FLAGS}`,
  description:
    'deletes a request and what it brought; --wait ends when it is gone',
  async run(context) {
    const given = await readPortalArguments(context);
    const portal = Portal.create(given);
    const request = await findNamedRequest(portal, given);
    const { uid, promise, namespace, name } = request;
    await portal.ask((client, options) => client.deleteRequest(uid, options));
    const title = `${promise.name} ${namespace}/${name}`;
    context.print(`${title} is being deleted`);
    if (!given.wait) return 0;
    const left = await portal.rest(uid, given.timeoutMs);
    context.print(
      left
        ? `${title} is ${left.state.name}: ${left.state.message}`
        : `${title} is deleted`,
    );
    return left ? 1 : 0;
  },
};
