import { RE2JS } from 're2js';
import type { Budget } from '../evaluation/Budget';
import { Fault } from '../evaluation/Fault';
import { ListValue } from '../values/ListValue';
import { charge } from './charge';
import { declareFunctions } from './declareFunctions';

const MOST_KEPT = 200;
const cache = new Map<string, RE2JS>();

function compile(pattern: string): RE2JS {
  const known = cache.get(pattern);
  if (known) return known;
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(pattern);
  } catch (error) {
    throw new Fault(
      `${JSON.stringify(pattern)} is not a regular expression of Go (RE2): ${
        error instanceof Error ? error.message : error
      }`,
    );
  }
  if (cache.size >= MOST_KEPT) cache.clear();
  cache.set(pattern, compiled);
  return compiled;
}

const matches = (
  [text, pattern]: readonly [string, string],
  budget: Budget,
) => {
  charge(budget, text.length * (1 + pattern.length / 4));
  return compile(pattern).test(text);
};

function findAll(text: string, pattern: string, limit: number): ListValue {
  const matcher = compile(pattern).matcher(text);
  const found: string[] = [];
  while ((limit < 0 || found.length < limit) && matcher.find())
    found.push(matcher.group() ?? '');
  return new ListValue(found);
}

/** Regular expressions of Go (RE2), linear in time. */
export const regexFunctions = declareFunctions({
  'matches(string, string): bool': matches,
  'string.matches(string): bool': matches,
  'string.find(string): string': ([text, pattern], budget) => {
    charge(budget, text.length * (1 + pattern.length / 4));
    const matcher = compile(pattern).matcher(text);
    return matcher.find() ? matcher.group() ?? '' : '';
  },
  'string.findAll(string): list<string>': ([text, pattern], budget) => {
    charge(budget, text.length * (1 + pattern.length / 4));
    return findAll(text, pattern, -1);
  },
  'string.findAll(string, int): list<string>': (
    [text, pattern, limit],
    budget,
  ) => {
    charge(budget, text.length * (1 + pattern.length / 4));
    return findAll(text, pattern, Number(limit));
  },
});
