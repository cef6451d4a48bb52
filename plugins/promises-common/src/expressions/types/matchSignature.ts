import { joinTypes } from './joinTypes';
import type { Signature } from './operatorSignatures';
import type { StaticType } from './StaticType';
import { substituteTypes, unifyTypes, type Bindings } from './unifyTypes';

/**
 * The type of what the forms give that take arguments of these types; undefined where none does. Arguments of unknown
 * types fit several forms, of which the results are joined.
 */
export function matchSignature(
  signatures: readonly Signature[],
  types: readonly StaticType[],
): StaticType | undefined {
  const results = signatures.flatMap(({ parameters, result }) => {
    const bindings: Bindings = new Map();
    const fits =
      parameters.length === types.length &&
      parameters.every((parameter, index) =>
        unifyTypes(parameter, types[index], bindings),
      );
    return fits ? [substituteTypes(result, bindings)] : [];
  });
  return results.length > 0 ? results.reduce(joinTypes) : undefined;
}
