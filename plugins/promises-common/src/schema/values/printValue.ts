import { DecimalNumber } from './DecimalNumber';

const LONGEST = 80;

/** A value as JSON for a message, cut where it is long. */
export function printValue(value: unknown): string {
  const text =
    JSON.stringify(value, (_key, item: unknown) => {
      if (typeof item === 'bigint') return Number(item);
      return item instanceof DecimalNumber ? item.value : item;
    }) ?? 'nothing';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
