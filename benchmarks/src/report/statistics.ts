/** The value below which the given share (0 to 1) of the values lies; nearest rank. Throws on no values. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) {
    throw new Error('There is no percentile of no values');
  }
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** To a tenth, for people. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Median and worst, rounded. */
export function summarize(values: readonly number[]): {
  readonly median: number;
  readonly worst: number;
} {
  return {
    median: round(percentile(values, 0.5)),
    worst: round(Math.max(...values)),
  };
}
