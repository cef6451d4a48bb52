import type { FactAnswers, FactQuery } from '@promissory/plugin-promises-node';
import type { FunctionInput } from './types';

/** The answer to a query that the function declared under a name. */
export function getFact<Kind extends FactQuery['kind']>(
  { facts }: FunctionInput,
  name: string,
  kind: Kind,
): FactAnswers[Kind] {
  const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (fact?.kind !== kind) {
    throw new RangeError(`The runner gave no fact ${name} of kind ${kind}`);
  }
  return fact.answer as FactAnswers[Kind];
}
