import { describeRequest } from '../portal/describeRequest';
import { findNamedRequest } from '../portal/findNamedRequest';
import { Portal } from '../portal/Portal';
import {
  PORTAL_FLAGS,
  readPortalArguments,
} from '../portal/readPortalArguments';
import type { Command } from './Command';

/** Shows everything that a portal knows of a request. */
export const describeCommand: Command = {
  usage: `describe PROMISE NAME ${PORTAL_FLAGS}`,
  description:
    'shows a request with its spec, outputs, parts, placements and runs',
  async run(context) {
    const given = await readPortalArguments(context);
    const portal = Portal.create(given);
    const { uid } = await findNamedRequest(portal, given);
    const detail = await portal.ask((client, options) =>
      client.getRequest(uid, options),
    );
    context.print(describeRequest(detail, new Date()));
    return 0;
  },
};
