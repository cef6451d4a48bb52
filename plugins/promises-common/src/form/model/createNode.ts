import type { StructuralSchema } from '../../schema';
import { withoutNulls } from '../../schema/nodes/withoutNulls';
import { isObject } from '../../schema/values/isObject';
import type { FormNode } from '../types';
import { describeLimits } from '../words/describeLimits';
import { toSingular } from '../words/toSingular';
import { toWords } from '../words/toWords';
import { decideWidget } from './decideWidget';
import { QUANTITY_PATTERN } from './isQuantity';
import { once } from './once';
import { readUnion } from './readUnion';

/** Where a node is in its form. */
export interface NodePlace {
  readonly key: string;
  readonly title: string;
  readonly required: boolean;
  readonly depth: number;
}

/** Compiles one node; its children when they are asked for. */
export function createNode(
  source: StructuralSchema,
  place: NodePlace,
): FormNode {
  const schema = withoutNulls(source);
  const { key, required, depth } = place;
  const title = schema.title?.trim() || place.title;
  const widget = decideWidget(key, schema, depth);
  const description = schema.description?.trim() || undefined;
  // A choice has no need of it, and people read words, not patterns: who misses it is told it as an error.
  const isPatternTold =
    (widget.kind === 'choice' && !schema.enum?.length) ||
    schema.pattern === QUANTITY_PATTERN ||
    description !== undefined;
  return {
    key,
    title,
    description,
    required,
    nullable: schema.nullable === true,
    schema: source,
    widget,
    defaultValue: schema.default ?? undefined,
    limits: describeLimits(schema, { isPatternTold }),
    union: widget.kind === 'object' ? readUnion(schema) : undefined,
    children: once(() =>
      widget.kind === 'object' ? createChildren(schema, depth) : [],
    ),
    item: once(() => {
      const below = itemSchema(schema, widget.kind);
      if (!below) return undefined;
      return createNode(below, {
        key: widget.kind === 'list' ? '[]' : '{}',
        title: toSingular(title),
        required: true,
        depth: depth + 1,
      });
    }),
  };
}

function createChildren(
  schema: StructuralSchema,
  depth: number,
): readonly FormNode[] {
  const required = new Set(schema.required);
  const nodes = Object.entries(schema.properties ?? {}).map(([key, child]) =>
    createNode(child, {
      key,
      title: toWords(key),
      required: required.has(key),
      depth: depth + 1,
    }),
  );
  return [
    ...nodes.filter(node => node.required),
    ...nodes.filter(node => !node.required),
  ];
}

function itemSchema(
  schema: StructuralSchema,
  kind: string,
): StructuralSchema | undefined {
  if (kind === 'list') return schema.items;
  if (kind !== 'map') return undefined;
  const { additionalProperties } = schema;
  return isObject(additionalProperties) ? additionalProperties : {};
}
