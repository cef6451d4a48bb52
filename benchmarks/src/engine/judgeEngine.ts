/** The figures of the benchmark; absent are those of parts that were left out. */
export interface EngineFigures {
  readonly timesScaffolder?: number;
  readonly timesScaffolderUnbatched?: number;
  readonly timesFewerPushes?: number;
  readonly deliveredP95Ms?: number;
  readonly idleQueriesPerSecond?: number;
  readonly idleCpuPercent?: number;
  readonly memorySlopeMbPer1000?: number;
}

interface Target {
  readonly figure: keyof EngineFigures;
  readonly what: string;
  readonly least?: number;
  readonly most?: number;
  /** What a short run is judged by: few samples say that something works, not how fast. */
  readonly short: number | undefined;
}

const TARGETS: readonly Target[] = [
  {
    figure: 'timesScaffolder',
    what: 'times the scaffolder',
    least: 10,
    short: 1,
  },
  {
    figure: 'timesScaffolderUnbatched',
    what: 'times the scaffolder with a commit for each placement',
    least: 3,
    short: undefined,
  },
  {
    figure: 'timesFewerPushes',
    what: 'times fewer pushes than with a commit for each placement',
    least: 20,
    short: 2,
  },
  {
    figure: 'deliveredP95Ms',
    what: 'ms from accepted to delivered at p95',
    most: 3_000,
    short: undefined,
  },
  {
    figure: 'idleQueriesPerSecond',
    what: 'queries per second at rest',
    most: 2,
    short: 2,
  },
  {
    figure: 'idleCpuPercent',
    what: '% of a core at rest',
    most: 2,
    short: undefined,
  },
  {
    figure: 'memorySlopeMbPer1000',
    what: 'MB more heap for each 1,000 requests that came and went',
    most: 1,
    short: undefined,
  },
];

/** What misses its target, in words. */
export function judgeEngine(
  figures: EngineFigures,
  options: { readonly short: boolean },
): readonly string[] {
  return TARGETS.flatMap(({ figure, what, least, most, short }) => {
    const value = figures[figure];
    if (value === undefined || (options.short && short === undefined)) {
      return [];
    }
    const floor = options.short && least !== undefined ? short! : least;
    const roof = options.short && most !== undefined ? short! : most;
    if (floor !== undefined && value < floor) {
      return [`${value} ${what}, target at least ${floor}`];
    }
    return roof !== undefined && value > roof
      ? [`${value} ${what}, target at most ${roof}`]
      : [];
  });
}
