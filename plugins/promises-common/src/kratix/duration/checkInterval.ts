import type { Finding } from '../../api';
import { error } from '../findings/findings';
import { parseGoDuration } from './parseGoDuration';

const MINUTE = 60_000;

/** Kratix's rule for how often a workflow runs by itself: a Go duration of at least a minute. */
export function checkInterval(
  path: string,
  value: string | undefined,
): Finding[] {
  if (value === undefined || value === '') {
    return [];
  }
  const milliseconds = parseGoDuration(value);
  if (milliseconds === undefined) {
    return [
      error(
        path,
        `Invalid value: ${JSON.stringify(
          value,
        )}: must be a valid duration, for example 10h or 1h30m`,
      ),
    ];
  }
  return milliseconds < MINUTE
    ? [
        error(
          path,
          `Invalid value: ${JSON.stringify(value)}: must be at least 1m0s`,
        ),
      ]
    : [];
}
