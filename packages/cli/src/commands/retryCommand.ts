import { findNamedRequest } from '../portal/findNamedRequest';
import { isDelivered } from '../portal/isDelivered';
import { Portal } from '../portal/Portal';
import {
  PORTAL_FLAGS,
  readPortalArguments,
} from '../portal/readPortalArguments';
import type { Command } from './Command';

/** Has what failed tried again. */
export const retryCommand: Command = {
  usage: `retry PROMISE NAME [--wait] [--timeout SECONDS] ${PORTAL_FLAGS}`,
  description:
    'has a request that failed tried again; --wait ends when it rests',
  async run(context) {
    const given = await readPortalArguments(context);
    const portal = Portal.create(given);
    const { uid, promise, namespace, name } = await findNamedRequest(
      portal,
      given,
    );
    const title = `${promise.name} ${namespace}/${name}`;
    const asked = await portal.ask((client, options) =>
      client.actOnRequest(uid, 'retry', options),
    );
    context.print(`${title} is tried again`);
    if (!given.wait) return 0;
    const { state } = (await portal.rest(uid, given.timeoutMs)) ?? asked;
    context.print(`${title} is ${state.name}: ${state.message}`);
    return isDelivered(state) ? 0 : 1;
  },
};
