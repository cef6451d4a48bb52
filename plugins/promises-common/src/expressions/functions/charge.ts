import type { Budget } from '../evaluation/Budget';

const CHARACTERS_PER_STEP = 10;

/** Counts the work on texts or lists of some length. */
export function charge(budget: Budget, ...lengths: readonly number[]): void {
  let total = 0;
  for (const length of lengths) total += length;
  budget.spend(Math.ceil(total / CHARACTERS_PER_STEP));
}
