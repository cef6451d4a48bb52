import { relativeTime } from './relativeTime';
import { useNow } from './useNow';

const REFRESH_MS = 10_000;

/** A point in time in words; the exact time on hover. */
export function RelativeTime(props: { readonly at: string }) {
  const now = useNow(REFRESH_MS);
  const at = new Date(props.at);
  return (
    <time dateTime={props.at} title={at.toLocaleString()}>
      {relativeTime(at, now)}
    </time>
  );
}
