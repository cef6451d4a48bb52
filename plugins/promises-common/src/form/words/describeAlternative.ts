import type { StructuralSchema } from '../../schema';
import { describeLimits } from './describeLimits';
import { joinWords } from './joinWords';
import { toWords } from './toWords';

const valueInWords = (value: unknown) =>
  typeof value === 'string' ? value || 'empty' : JSON.stringify(value);

function describeValues({ enum: listed }: StructuralSchema): string[] {
  if (!listed?.length) return [];
  return [`is ${joinWords(listed.map(valueInWords), 'or')}`];
}

/**
 * An alternative of a union in the words of the form: the titles of the fields that it asks for, and what it says of
 * them. `Type is Azure and Azure Settings`.
 *
 * @param declared - the object of which it is an alternative; its fields have titles
 */
export function describeAlternative(
  alternative: StructuralSchema,
  declared: StructuralSchema,
): string {
  const titleOf = (key: string) =>
    declared.properties?.[key]?.title?.trim() || toWords(key);
  const said = Object.entries(alternative.properties ?? {}).flatMap(
    ([key, child]) => {
      const words = describeAlternative(
        child,
        declared.properties?.[key] ?? {},
      );
      return words === 'anything'
        ? []
        : [[key, `${titleOf(key)} ${words}`] as const];
    },
  );
  const saidOf = new Map(said);
  const required = (alternative.required ?? []).filter(key => !saidOf.has(key));
  const parts = [
    ...saidOf.values(),
    ...required.map(titleOf),
    ...(alternative.type ? [`is of type ${alternative.type}`] : []),
    ...(alternative.format ? [`in the format ${alternative.format}`] : []),
    ...describeValues(alternative),
    ...describeLimits(alternative, { declared }),
  ];
  return parts.length > 0 ? joinWords([...new Set(parts)], 'and') : 'anything';
}
