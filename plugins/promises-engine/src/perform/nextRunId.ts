import { decodeTime, ulid } from 'ulid';

/**
 * The id of a run that is newer than these: which run is the newest is told by its id, and the replica that began the
 * last one may have had a clock that is ahead.
 */
export function nextRunId(
  earlier: ReadonlyArray<{ readonly id: string } | undefined>,
): string {
  const times = earlier.map(run => (run ? decodeTime(run.id) + 1 : 0));
  return ulid(Math.max(Date.now(), ...times));
}
