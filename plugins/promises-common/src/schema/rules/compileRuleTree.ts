import { additionalNode } from '../nodes/additionalNode';
import type { SchemaNode } from '../nodes/SchemaNode';
import type { CompiledRule } from './CompiledRule';
import { compileRules } from './compileRules';
import { withTypeAndMeta } from './withTypeAndMeta';

/** The part of a schema in which there are rules. */
export interface RuleTree {
  readonly node: SchemaNode;
  readonly rules: readonly CompiledRule[];
  readonly properties: ReadonlyMap<string, RuleTree>;
  readonly additional: RuleTree | undefined;
  readonly items: RuleTree | undefined;
}

/**
 * Compiles the rules of a schema; undefined where there are none.
 *
 * @throws InvalidSchemaError
 */
export function compileRuleTree(source: SchemaNode): RuleTree | undefined {
  const node = source.embedded ? withTypeAndMeta(source) : source;
  const properties = new Map(
    [...source.properties].flatMap(([key, child]) => {
      const tree = compileRuleTree(child);
      return tree ? [[key, tree] as const] : [];
    }),
  );
  const values = additionalNode(source);
  const additional = values && compileRuleTree(values);
  const items = source.items && compileRuleTree(source.items);
  const rules = compileRules(node);
  const empty =
    rules.length === 0 && properties.size === 0 && !additional && !items;
  return empty ? undefined : { node, rules, properties, additional, items };
}
