import type { JsonObject } from '@promissory/plugin-promises-common';
import { isObject } from '../json/isObject';

/** Called for every field: its place as text, and its schema. */
export type VisitField = (path: string, schema: JsonObject) => void;

/**
 * Visits every property that a schema declares, at any depth. It reads the schema by itself: what it finds is what the
 * form is measured by, so it must share no code with the compiler.
 */
export function walkFields(
  schema: unknown,
  visit: VisitField,
  path = '',
): void {
  if (!isObject(schema)) return;
  const { properties, items, additionalProperties } = schema;
  for (const [key, child] of Object.entries(
    isObject(properties) ? properties : {},
  )) {
    const at = `${path}/${key}`;
    visit(at, isObject(child) ? child : {});
    walkFields(child, visit, at);
  }
  walkFields(items, visit, `${path}/[]`);
  walkFields(additionalProperties, visit, `${path}/{}`);
}
