import { relativeTime } from './relativeTime';
import { useNow } from './useNow';

const REFRESH_MS = 10_000;

/** A point in time in words; the exact time on hover. */
export function RelativeTime(props: {
  readonly at: string;
  /** What is still to come; anything else is never said to be, even where the server's clock is ahead. */
  readonly isToCome?: boolean;
}) {
  const now = useNow(REFRESH_MS);
  const at = new Date(props.at);
  const isAhead = !props.isToCome && at > now;
  return (
    <time dateTime={props.at} title={at.toLocaleString()}>
      {relativeTime(at, isAhead ? at : now)}
    </time>
  );
}
