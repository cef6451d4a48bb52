import type { RuleCosts } from './RuleCosts';

/** What is known of a node's surroundings while a schema is checked. */
export interface SchemaPlace {
  readonly path: string;
  readonly level: 'root' | 'item' | 'field';
  /** Inside anyOf, oneOf, allOf or not, where structure may not be declared. */
  readonly nested: boolean;
  /** Why defaults are forbidden here, where they are. */
  readonly forbidDefaults?: string;
  /** The node above whose parts cannot be matched with old ones, where there is one: no oldSelf below. */
  readonly uncorrelatable?: string;
  /** How many values of the node an object can have at most; Infinity where nothing bounds it. */
  readonly mostValues: number;
  /** Takes what rules can cost. */
  readonly costs: RuleCosts;
}

/** The path of a part of a node. */
export function childPath(path: string, part: string): string {
  return path ? `${path}.${part}` : part;
}
