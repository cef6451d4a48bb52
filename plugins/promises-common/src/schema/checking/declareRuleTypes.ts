import type { StructuralSchema } from '../types';
import { declareType, type DeclaredType } from './declareType';
import type { SchemaPlace } from './SchemaPlace';

/** The type of `self` in the rules of a node; undefined where rules cannot look at its data. */
export function declareRuleTypes(
  schema: StructuralSchema,
  { level }: SchemaPlace,
): DeclaredType | undefined {
  const embedded = schema['x-kubernetes-embedded-resource'] === true;
  return declareType(schema, embedded || level === 'root');
}
