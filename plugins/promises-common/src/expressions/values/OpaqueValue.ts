/** A value of a type that only functions know, for example kubernetes.Quantity. */
export interface OpaqueValue {
  /** Name of its CEL type. */
  readonly typeName: string;
  equals(other: OpaqueValue): boolean;
  /** Its text, which is also its JSON. */
  toString(): string;
}

/** Whether a CEL value is opaque. */
export function isOpaque(value: unknown): value is OpaqueValue {
  return typeof value === 'object' && value !== null && 'typeName' in value;
}
