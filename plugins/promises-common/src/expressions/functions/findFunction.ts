import { addressFunctions } from './addressFunctions';
import { conversionFunctions } from './conversionFunctions';
import { encodingFunctions } from './encodingFunctions';
import { formatFunctions } from './formatFunctions';
import type { FunctionOverload } from './FunctionOverload';
import { listFunctions } from './listFunctions';
import { mathFunctions } from './mathFunctions';
import { optionalFunctions } from './optionalFunctions';
import { quantityFunctions } from './quantityFunctions';
import { regexFunctions } from './regexFunctions';
import { semverFunctions } from './semverFunctions';
import { setFunctions } from './setFunctions';
import { sizeFunctions } from './sizeFunctions';
import { stringFunctions } from './stringFunctions';
import { timeFunctions } from './timeFunctions';
import { urlFunctions } from './urlFunctions';

/** Every function of the language. */
export const allFunctions: readonly FunctionOverload[] = [
  ...sizeFunctions,
  ...conversionFunctions,
  ...stringFunctions,
  ...regexFunctions,
  ...listFunctions,
  ...setFunctions,
  ...optionalFunctions,
  ...timeFunctions,
  ...quantityFunctions,
  ...urlFunctions,
  ...addressFunctions,
  ...semverFunctions,
  ...formatFunctions,
  ...mathFunctions,
  ...encodingFunctions,
];

const byName = new Map<string, FunctionOverload[]>();
for (const overload of allFunctions) {
  const key = `${overload.method ? '.' : ''}${overload.name}`;
  byName.set(key, [...(byName.get(key) ?? []), overload]);
}

/** The overloads of a function or method, of a number of arguments (the receiver counts) where one is given. */
export function findFunction(
  name: string,
  method: boolean,
  count?: number,
): readonly FunctionOverload[] {
  const overloads = byName.get(`${method ? '.' : ''}${name}`) ?? [];
  return count === undefined
    ? overloads
    : overloads.filter(({ parameters }) => parameters.length === count);
}
