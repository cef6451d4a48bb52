import type { PolicyViolation } from '@promissory/plugin-promises-common';
import { violationsColumn } from '../database/json';
import type { RunFacts } from '../plan/snapshot';
import { cleanText } from '../text/cleanText';

/** Violations that are kept of each pipeline; they are in every event of the state. */
const KEPT = 50;

/** The column `violations` of a run after its pipeline ended: what earlier ones found stays, what comes later is open. */
export function runViolations(
  run: RunFacts,
  found: readonly PolicyViolation[] = [],
): string | null {
  const before = run.violations ?? [];
  const lists = Array.from(
    { length: run.pipelineIndex },
    (_, index) => before[index] ?? [],
  );
  const own = found.slice(0, KEPT).map(violation => ({
    ...violation,
    message: cleanText(violation.message),
  }));
  const all = [...lists.map(list => [...list]), own];
  return all.some(({ length }) => length > 0)
    ? violationsColumn.print(all)
    : null;
}
