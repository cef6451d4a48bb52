import type { StructuralSchema } from '../../schema';
import { describeAlternative } from './describeAlternative';
import { joinWords } from './joinWords';

/** The union that means int-or-string, which has a widget of its own. */
function isIntOrString(alternatives: readonly StructuralSchema[]): boolean {
  return (
    alternatives.length === 2 &&
    alternatives.every(
      ({ type, ...rest }) =>
        (type === 'integer' || type === 'string') &&
        Object.keys(rest).length === 0,
    )
  );
}

/** What anyOf, oneOf, allOf and not ask for, in words. */
export function describeUnions(
  schema: StructuralSchema,
  declared: StructuralSchema,
): readonly string[] {
  const words = (alternatives: readonly StructuralSchema[]) =>
    alternatives.map(one => describeAlternative(one, declared));
  const { anyOf = [], oneOf = [], allOf = [], not } = schema;
  const told = anyOf.length > 0 && !isIntOrString(anyOf);
  return [
    ...(told ? [`at least one of: ${joinWords(words(anyOf), 'or')}`] : []),
    ...(oneOf.length > 0
      ? [`exactly one of: ${joinWords(words(oneOf), 'or')}`]
      : []),
    ...(allOf.length > 0 ? [`all of: ${joinWords(words(allOf), 'and')}`] : []),
    ...(not ? [`not: ${describeAlternative(not, declared)}`] : []),
  ];
}
