import type {
  FactAnswers,
  RequestStateFact,
} from '@promissory/plugin-promises-node';
import { FunctionError } from '../pipelineFunction/FunctionError';
import type { WaitOptions } from './readWaitOptions';

/** Requests that a message names. */
const NAMED = 5;

/**
 * Characters of the message of one of them. Requests that wait for each other quote each other, and would say more with
 * every look.
 */
const QUOTED = 200;

/** What is known when a step looks. */
export interface WaitEvidence {
  readonly requests: readonly RequestStateFact[];
  readonly attempts: FactAnswers['attempts'];
  /** ISO 8601 */
  readonly now: string;
}

/**
 * What a step still waits for, in words; undefined where all is there. Throws a FunctionError where waiting is of no
 * use: something failed, the limit is reached, or nothing can tell what is waited for.
 */
export function decideWait(
  evidence: WaitEvidence,
  options: Pick<WaitOptions, 'state' | 'attempts' | 'limit' | 'limitMs'>,
): string | undefined {
  const { requests } = evidence;
  const failed = requests.filter(({ state }) => state === 'Failed');
  if (failed.length > 0) {
    throw new FunctionError(
      '',
      `${list(failed)}: nothing to wait for any more`,
      { reason: 'WaitedRequestFailed' },
    );
  }
  const refused = requests.filter(({ problem }) => problem !== undefined);
  if (refused.length > 0) {
    throw new FunctionError(
      '',
      `${list(refused)}: it would wait for ever; mend that and retry`,
      { reason: 'WaitedChildRefused' },
    );
  }
  if (options.state === 'Ready') refuseWithoutHealth(requests);
  const enough = options.state === 'Ready' ? ['Ready'] : ['Delivered', 'Ready'];
  const missing = requests.filter(
    ({ state }) => state === undefined || !enough.includes(state),
  );
  if (missing.length === 0) return undefined;
  const waiting = `waits for ${list(missing)}`;
  failAtTheEnd(waiting, evidence, options);
  return waiting;
}

/** Without a report of health a request stays Delivered: a step would wait for ever. */
function refuseWithoutHealth(requests: readonly RequestStateFact[]): void {
  const silent = requests.filter(
    ({ state, reportsHealth }) =>
      state !== undefined && state !== 'Ready' && !reportsHealth,
  );
  if (silent.length > 0) {
    throw new FunctionError(
      'OPTIONS.state',
      `nothing reports the health of ${silent
        .slice(0, NAMED)
        .map(nameOf)
        .join(', ')}, so it never becomes Ready; write state: Delivered`,
      { reason: 'ReadyNotReported' },
    );
  }
}

function failAtTheEnd(
  waiting: string,
  { attempts, now }: WaitEvidence,
  options: Pick<WaitOptions, 'attempts' | 'limit' | 'limitMs'>,
): void {
  const looks = attempts.count + 1;
  const waited = Date.parse(now) - Date.parse(attempts.since);
  const ended =
    (options.attempts !== undefined &&
      looks >= options.attempts &&
      `${looks} looks`) ||
    (options.limitMs !== undefined &&
      waited >= options.limitMs &&
      String(options.limit));
  if (ended) {
    throw new FunctionError('', `${waiting}: not there after ${ended}`, {
      reason: 'WaitTimedOut',
    });
  }
}

function list(requests: readonly RequestStateFact[]): string {
  const more = requests.length - NAMED;
  return [
    ...requests.slice(0, NAMED).map(describe),
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join(', ');
}

function describe(request: RequestStateFact): string {
  const { problem, message = '' } = request;
  const state = problem ?? request.state ?? 'not there yet';
  const quoted =
    message.length > QUOTED ? `${message.slice(0, QUOTED)}…` : message;
  return `${nameOf(request)} (${quoted ? `${state}: ${quoted}` : state})`;
}

function nameOf({ promise, namespace, name }: RequestStateFact): string {
  return `${promise} ${namespace}/${name}`;
}
