import type { KnownFields } from './knownFields';

/** A field that nothing reads. */
export interface UnknownField {
  readonly path: readonly (string | number)[];
  readonly name: string;
}

/** Fields of `value` that are not among the known ones, depth first in the order of the document. */
export function findUnknownFields(
  value: unknown,
  known: KnownFields,
  path: readonly (string | number)[],
): UnknownField[] {
  if (known === true || typeof value !== 'object' || value === null) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      findUnknownFields(item, known['[]'] ?? true, [...path, index]),
    );
  }
  return Object.entries(value).flatMap(([name, child]) =>
    Object.hasOwn(known, name)
      ? findUnknownFields(child, known[name], [...path, name])
      : [{ path: [...path, name], name }],
  );
}
