import type { StructuralSchema } from '../types';
import { formats } from './formats';

/** The name of the format that the API server enforces at a node; undefined where it ignores the format. */
export function enforcedFormat(schema: StructuralSchema): string | undefined {
  const { format, type } = schema;
  const textual =
    type === undefined ||
    type === 'string' ||
    schema['x-kubernetes-int-or-string'] === true;
  if (!format || !textual) return undefined;
  const name = format.replaceAll('-', '');
  return formats.has(name) ? name : undefined;
}
