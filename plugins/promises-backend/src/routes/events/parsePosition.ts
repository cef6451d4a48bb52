import { InputError } from '@backstage/errors';

/** Where to go on: Last-Event-ID says it later than the address, which a browser repeats as it was. */
export function parsePosition(options: {
  readonly lastEventId: string | undefined;
  readonly after: string | undefined;
}): string | undefined {
  const { lastEventId, after } = options;
  if (lastEventId === undefined || lastEventId === '') return after;
  if (/^[0-9]{1,18}$/.test(lastEventId)) return lastEventId;
  throw new InputError(
    `headers.Last-Event-ID: ${JSON.stringify(
      lastEventId,
    )} is no position of this log`,
  );
}
