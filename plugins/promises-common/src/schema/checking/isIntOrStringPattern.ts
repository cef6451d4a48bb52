import type { StructuralSchema } from '../types';

/** `anyOf: [{type: integer}, {type: string}]`, the one union that may name types. */
export function isIntOrStringPattern(
  anyOf: readonly StructuralSchema[] | undefined,
): boolean {
  if (anyOf?.length !== 2) return false;
  return (['integer', 'string'] as const).every((type, index) => {
    const alternative = anyOf[index];
    return alternative.type === type && Object.keys(alternative).length === 1;
  });
}
