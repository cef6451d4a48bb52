import { findNamedRequest } from '../portal/findNamedRequest';
import { Portal } from '../portal/Portal';
import {
  PORTAL_FLAGS,
  readPortalArguments,
} from '../portal/readPortalArguments';
import { writePromises } from '../portal/writePromises';
import { writeRequests } from '../portal/writeRequests';
import type { Command } from './Command';
import { UsageError } from './UsageError';

/** Lists Promises or requests of a portal, or shows one. */
export const getCommand: Command = {
  usage: `get promises|requests|PROMISE [NAME] ${PORTAL_FLAGS}`,
  description:
    'lists Promises or requests of a portal, or shows one; -o yaml prints the object that Kratix would show',
  async run(context) {
    const given = await readPortalArguments(context);
    const portal = Portal.create(given);
    const { output, namespace } = given;
    const [what, name] = given.words.flatMap(word => word.split('/'));
    if (!what) throw new UsageError('Name promises, requests, or a Promise');
    if (what === 'promises' || what === 'promise') {
      const promises = name
        ? [await portal.promise(name)]
        : await portal.promises();
      context.print(writePromises(promises, output));
      return 0;
    }
    const all = what === 'requests' || what === 'request';
    const one = name !== undefined;
    if (all && one) {
      throw new UsageError(
        `Of which Promise is ${name}? Name it: PROMISE NAME`,
      );
    }
    const requests = one
      ? [await findNamedRequest(portal, given)]
      : await portal.requests({
          namespace,
          ...(all ? {} : { promise: (await portal.promise(what)).name }),
        });
    if (requests.length === 0) {
      context.complain('There are no requests that you may see');
    }
    if (requests.length > 0 || output === 'yaml' || output === 'json') {
      const now = new Date();
      context.print(
        await writeRequests(portal, { requests, output, one, now }),
      );
    }
    return 0;
  },
};
