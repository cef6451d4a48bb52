import type { PromiseCard } from '@promissory/plugin-promises-common';
import { stringify } from 'yaml';
import { formatTable } from './formatTable';
import type { Output } from './PortalArguments';

const HEAD = ['NAME', 'KIND', 'VERSION', 'STATE', 'ORDERABLE'];
const WIDE = ['OWNER', 'TITLE', 'MESSAGE'];

/** Promises as they were asked for. */
export function writePromises(
  promises: readonly PromiseCard[],
  output: Output,
): string {
  switch (output) {
    case 'name':
      return promises.map(({ name }) => name).join('\n');
    case 'yaml':
      return stringify(promises, { lineWidth: 0 }).trimEnd();
    case 'json':
      return JSON.stringify(promises, null, 2);
    default:
      return formatTable(
        [...HEAD, ...(output === 'wide' ? WIDE : [])],
        promises.map(promise => [
          promise.name,
          promise.api?.kind,
          promise.version,
          promise.availability.state,
          promise.orderable ? 'yes' : 'no',
          ...(output === 'wide'
            ? [promise.owner, promise.title, promise.availability.message]
            : []),
        ]),
      );
  }
}
