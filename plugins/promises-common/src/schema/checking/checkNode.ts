import { withoutNulls } from '../nodes/withoutNulls';
import type { StructuralSchema } from '../types';
import { checkCollections } from './checkCollections';
import { checkDefault } from './checkDefault';
import { checkKeywords } from './checkKeywords';
import { checkNested } from './checkNested';
import { checkPattern } from './checkPattern';
import { checkRuleDeclaration } from './checkRuleDeclaration';
import { declareRuleTypes } from './declareRuleTypes';
import { checkStructure } from './checkStructure';
import { isIntOrStringPattern } from './isIntOrStringPattern';
import { childPath, type SchemaPlace } from './SchemaPlace';
import type { Report, SchemaProblem } from './SchemaProblem';

const META_FIELDS = ['apiVersion', 'kind', 'metadata'];

/** Checks a node of a schema and everything below it. */
export function checkNode(
  source: StructuralSchema,
  place: SchemaPlace,
  problems: SchemaProblem[],
): void {
  const { path, nested } = place;
  const schema = withoutNulls(source);
  const before = problems.length;
  const report: Report = (keyword, reason, message) =>
    problems.push({ path: childPath(path, keyword), reason, message });

  checkKeywords(schema, place, report);
  checkPattern(schema, report);
  if (nested) {
    checkNested(schema, report);
  } else {
    checkStructure(schema, place, report);
    checkCollections(schema, report);
  }
  checkChildren(schema, place, problems);
  if (nested) return;

  const rules = schema['x-kubernetes-validations'] ?? [];
  // The types of a schema are declared once for all its rules.
  const declared =
    rules.length > 0 ? declareRuleTypes(schema, place) : undefined;
  rules.forEach((rule, index) =>
    checkRuleDeclaration(rule, {
      schema,
      place,
      declared,
      path: childPath(path, `x-kubernetes-validations[${index}]`),
      report: (keyword, reason, message) =>
        report(
          `x-kubernetes-validations[${index}].${keyword}`,
          reason,
          message,
        ),
    }),
  );
  // A default can only be judged by a schema that has a meaning.
  if (problems.length === before) problems.push(...checkDefault(schema, path));
}

function checkChildren(
  schema: StructuralSchema,
  place: SchemaPlace,
  problems: SchemaProblem[],
): void {
  const { path, nested, level } = place;
  const check = (
    child: StructuralSchema,
    part: string,
    changes: Partial<SchemaPlace>,
  ) =>
    checkNode(
      child,
      { ...place, path: childPath(path, part), ...changes },
      problems,
    );

  for (const [key, child] of Object.entries(schema.properties ?? {})) {
    const isMeta = level === 'root' && META_FIELDS.includes(key);
    check(child, `properties[${key}]`, {
      level: 'field',
      ...(isMeta && { forbidDefaults: `in top-level ${key}` }),
    });
  }
  const { additionalProperties, items } = schema;
  // Inside of a union, additionalProperties are a problem of their own already.
  if (typeof additionalProperties === 'object' && !nested)
    check(additionalProperties, 'additionalProperties', {
      level: 'field',
      mostValues: place.mostValues * (schema.maxProperties ?? Infinity),
    });
  if (items && !Array.isArray(items)) {
    const matched = schema['x-kubernetes-list-type'] === 'map';
    check(items, 'items', {
      level: 'item',
      mostValues: place.mostValues * (schema.maxItems ?? Infinity),
      ...(!matched && { uncorrelatable: path }),
    });
  }
  checkAlternatives(schema, check);
}

function checkAlternatives(
  schema: StructuralSchema,
  check: (
    child: StructuralSchema,
    part: string,
    changes: Partial<SchemaPlace>,
  ) => void,
): void {
  const changes = { nested: true, level: 'field' } as const;
  const { anyOf, oneOf, allOf, not } = schema;
  if (!isIntOrStringPattern(anyOf))
    anyOf?.forEach((one, index) => check(one, `anyOf[${index}]`, changes));
  oneOf?.forEach((one, index) => check(one, `oneOf[${index}]`, changes));
  allOf?.forEach((one, index) => {
    // The other place in which int-or-string may name its types.
    const allowed = index === 0 && isIntOrStringPattern(one.anyOf);
    check(
      allowed ? { ...one, anyOf: undefined } : one,
      `allOf[${index}]`,
      changes,
    );
  });
  if (not) check(not, 'not', changes);
}
