import type { StructuralSchema } from '../../schema';

/** The pattern that generators of CustomResourceDefinitions write for resource.Quantity. */
export const QUANTITY_PATTERN =
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$';

/** Whether a value is a quantity of Kubernetes: `500m`, `2Gi`. */
export function isQuantity({ format, pattern }: StructuralSchema): boolean {
  return format === 'quantity' || pattern === QUANTITY_PATTERN;
}
