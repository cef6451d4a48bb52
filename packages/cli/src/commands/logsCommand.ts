import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import { findNamedRequest } from '../portal/findNamedRequest';
import { Portal } from '../portal/Portal';
import {
  PORTAL_FLAGS,
  readPortalArguments,
} from '../portal/readPortalArguments';
import type { Command } from './Command';

const PAGE = 5_000;

/** Prints what the newest run of a request wrote. */
export const logsCommand: Command = {
  usage: `logs PROMISE NAME ${PORTAL_FLAGS}`,
  description:
    'prints what the containers of the newest run of a request wrote, each line after its pipeline and container',
  async run(context) {
    const given = await readPortalArguments(context);
    const portal = Portal.create(given);
    const { uid } = await findNamedRequest(portal, given);
    const detail: ResourceRequestDetail = await portal.ask((client, options) =>
      client.getRequest(uid, options),
    );
    const [run] = detail.runs;
    if (!run) {
      context.complain('Nothing has run yet');
      return 0;
    }
    for (const { id: step, pipeline, container } of run.steps) {
      for (let after = 0; ; ) {
        const log = await portal.ask((client, options) =>
          client.getStepLog(
            { uid, run: run.id, step, after, limit: PAGE },
            options,
          ),
        );
        log.lines.forEach(({ text }) =>
          context.print(`${pipeline}/${container} ${text}`),
        );
        if (log.lines.length < PAGE) break;
        after = log.lines[log.lines.length - 1].sequence;
      }
    }
    return 0;
  },
};
