import { summarize } from '../report/statistics.ts';
import { nameOfPoint } from './faults/killAtPoint.ts';
import { ALL_POINTS } from './faults/planFaults.ts';
import type { ScenarioResult } from './runScenario.ts';

const WORST_MS = 20_000;
const SHARE_WITH_RUN = 0.8;
const LINES = 5;
const COUNTS = ['lost', 'doubled', 'wrongBytes', 'orphans'] as const;

/** The figures of all databases together and of each, and everything that is not as it has to be. */
export function summarizeChaos(options: {
  readonly results: {
    sqlite?: ScenarioResult;
    postgres?: ScenarioResult;
  };
  readonly problems: readonly string[];
  /** Whether every point has to have been hit and the share of kills with a run to be what is promised. */
  readonly wantsAll: boolean;
}) {
  const found = Object.entries(options.results) as Array<
    [string, ScenarioResult]
  >;
  const problems = [
    ...options.problems,
    ...found.flatMap(([database, result]) =>
      findProblems(result, options.wantsAll).map(
        problem => `${database}: ${problem}`,
      ),
    ),
  ];
  if (found.length === 0) problems.push('nothing was tried');
  return {
    ok: problems.length === 0,
    ...figures(found.map(([, result]) => result)),
    databases: Object.fromEntries(
      found.map(([database, result]) => [database, figures([result])]),
    ),
    problems,
  };
}

function figures(results: readonly ScenarioResult[]) {
  const sum = (pick: (result: ScenarioResult) => number) =>
    results.reduce((total, result) => total + pick(result), 0);
  const resumed = results.flatMap(({ resumedMs }) => resumedMs);
  const kills = sum(result => result.kills);
  return {
    kills,
    hits: addCounts(results.map(({ hits }) => hits)),
    faults: addCounts(results.map(({ faults }) => faults)),
    requests: sum(result => result.requests),
    compound: sum(result => result.compound),
    lost: sum(({ lost }) => lost.length),
    doubled: sum(({ doubled }) => doubled.length),
    wrongBytes: sum(({ wrongBytes }) => wrongBytes.length),
    orphans: sum(({ orphans }) => orphans.length),
    ...(kills > 0 && {
      killsWithRunPercent: Math.round(
        (100 * sum(result => result.killsWithRun)) / kills,
      ),
    }),
    ...(resumed.length > 0 && { resumedMs: summarize(resumed) }),
  };
}

function addCounts(
  counts: ReadonlyArray<Readonly<Record<string, number>>>,
): Record<string, number> {
  const total: Record<string, number> = {};
  for (const [name, count] of counts.flatMap(Object.entries)) {
    total[name] = (total[name] ?? 0) + Number(count);
  }
  return total;
}

function findProblems(
  result: ScenarioResult,
  wantsAll: boolean,
): readonly string[] {
  const problems = [...result.problems];
  for (const count of COUNTS) {
    problems.push(
      ...result[count].slice(0, LINES).map(line => `${count}: ${line}`),
    );
  }
  const worst = Math.max(0, ...result.resumedMs);
  if (worst > WORST_MS) {
    problems.push(`after a kill work went on after ${worst} ms`);
  }
  if (result.requests === 0) problems.push('there were no requests');
  if (wantsAll) {
    for (const { point, workflow } of ALL_POINTS) {
      const name = nameOfPoint({ point, workflow });
      if (!result.hits[name]) problems.push(`nobody died at ${name}`);
    }
    if (result.killsWithRun < SHARE_WITH_RUN * result.kills) {
      problems.push(
        `${result.killsWithRun} of ${result.kills} kills with a run in flight`,
      );
    }
  }
  return problems;
}
