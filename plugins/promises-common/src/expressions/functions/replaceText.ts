import type { Budget } from '../evaluation/Budget';
import { Fault } from '../evaluation/Fault';
import { charge } from './charge';

const LONGEST = 4_000_000;

/** Replaces the first `count` occurrences of a part of a text, all for a negative count. */
export function replaceText(
  text: string,
  old: string,
  next: string,
  count: bigint,
  budget: Budget,
): string {
  charge(budget, text.length);
  const parts = old === '' ? ['', ...text, ''] : text.split(old);
  const limit = count < 0n ? parts.length - 1 : Number(count);
  const replaced = Math.min(limit, parts.length - 1);
  const length = text.length + replaced * next.length;
  if (length > LONGEST)
    throw new Fault(`a text gets longer than ${LONGEST} characters`);
  charge(budget, length);
  return (
    parts.slice(0, replaced + 1).join(next) +
    parts
      .slice(replaced + 1)
      .map(part => old + part)
      .join('')
  );
}
