import { Fault } from '../evaluation/Fault';
import { ListValue } from '../values/ListValue';
import { charge } from './charge';
import { declareFunctions } from './declareFunctions';
import { formatText } from './formatText';
import { replaceText } from './replaceText';
import { splitText } from './splitText';

const LOWER = /[A-Z]+/g;
const UPPER = /[a-z]+/g;
const TRIMMED = /^[\s\u0085]+|[\s\u0085]+$/gu;

function within(index: bigint, length: number): number {
  if (index < 0n || index > BigInt(length))
    throw new Fault(`index out of range: ${index}, the text has ${length}`);
  return Number(index);
}

function findFrom(text: string, part: string, start = 0n): bigint {
  const points = [...text];
  const from = within(start, points.length);
  const at = points.slice(from).join('').indexOf(part);
  if (at < 0) return -1n;
  return BigInt(from + [...points.slice(from).join('').slice(0, at)].length);
}

function findLast(text: string, part: string, last?: bigint): bigint {
  const points = [...text];
  const size = [...part].length;
  const limit =
    last === undefined ? points.length : within(last, points.length);
  for (let at = Math.min(limit, points.length - size); at >= 0; at--)
    if (points.slice(at, at + size).join('') === part) return BigInt(at);
  return -1n;
}

function slice(text: string, start: bigint, end?: bigint): string {
  const points = [...text];
  const from = within(start, points.length);
  const to = end === undefined ? points.length : within(end, points.length);
  if (to < from) throw new Fault(`the end ${to} is before the start ${from}`);
  return points.slice(from, to).join('');
}

function join(list: ListValue, separator: string): string {
  return list
    .toArray()
    .map(item => {
      if (typeof item === 'string') return item;
      throw new Fault('join takes a list of texts');
    })
    .join(separator);
}

/** Texts. Positions count code points. */
export const stringFunctions = declareFunctions({
  'string.startsWith(string): bool': ([text, part]) => text.startsWith(part),
  'string.endsWith(string): bool': ([text, part]) => text.endsWith(part),
  'string.contains(string): bool': ([text, part], budget) => {
    charge(budget, text.length);
    return text.includes(part);
  },
  'string.lowerAscii(): string': ([text]) =>
    text.replace(LOWER, letters => letters.toLowerCase()),
  'string.upperAscii(): string': ([text]) =>
    text.replace(UPPER, letters => letters.toUpperCase()),
  'string.trim(): string': ([text]) => text.replace(TRIMMED, ''),
  'string.charAt(int): string': ([text, index]) => {
    const points = [...text];
    return points[within(index, points.length)] ?? '';
  },
  'string.indexOf(string): int': ([text, part]) => findFrom(text, part),
  'string.indexOf(string, int): int': ([text, part, start]) =>
    findFrom(text, part, start),
  'string.lastIndexOf(string): int': ([text, part]) => findLast(text, part),
  'string.lastIndexOf(string, int): int': ([text, part, last]) =>
    findLast(text, part, last),
  'string.substring(int): string': ([text, start]) => slice(text, start),
  'string.substring(int, int): string': ([text, start, end]) =>
    slice(text, start, end),
  'string.replace(string, string): string': ([text, old, next], budget) =>
    replaceText(text, old, next, -1n, budget),
  'string.replace(string, string, int): string': (
    [text, old, next, count],
    budget,
  ) => replaceText(text, old, next, count, budget),
  'string.split(string): list<string>': ([text, separator], budget) => {
    charge(budget, text.length);
    return new ListValue(splitText(text, separator, -1n));
  },
  'string.split(string, int): list<string>': (
    [text, separator, count],
    budget,
  ) => {
    charge(budget, text.length);
    return new ListValue(splitText(text, separator, count));
  },
  'list<string>.join(): string': ([list], budget) => {
    charge(budget, list.length);
    return join(list, '');
  },
  'list<string>.join(string): string': ([list, separator], budget) => {
    charge(budget, list.length * (1 + separator.length));
    return join(list, separator);
  },
  'string.format(list<dyn>): string': ([text, values], budget) => {
    charge(budget, text.length, values.length);
    return formatText(text, values);
  },
  'strings.quote(string): string': ([text]) => JSON.stringify(text),
});
