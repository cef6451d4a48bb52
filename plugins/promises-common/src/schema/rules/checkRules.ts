import { Budget } from '../../expressions/evaluation/Budget';
import type { MemoPlace } from '../incremental/MemoPlace';
import type { Location } from '../location/Location';
import type { Correlation } from '../updates/Correlation';
import { findListMapItem } from '../updates/findListMapItem';
import { isObject } from '../values/isObject';
import type { ValidationResult } from '../violations/ValidationResult';
import { checkNodeRules } from './checkNodeRules';
import type { RuleTree } from './compileRuleTree';

/** Steps that all rules of one validation may take together. */
const TOTAL_STEPS = 10_000_000;

/** A value that rules are checked on, with what it was before. */
export interface RuleTarget {
  readonly value: unknown;
  readonly oldValue: unknown;
  readonly location: Location | undefined;
  readonly correlation: Correlation | undefined;
  /** The nearest correlation above, which decides where the value has none of its own. */
  readonly parentCorrelation: Correlation | undefined;
  /** What was found before at this place; undefined where nothing is kept. */
  readonly memo: MemoPlace | undefined;
}

/**
 * Checks the rules of a schema on an object, or takes what they found before where nothing that they look at changed.
 */
export function checkRules(
  tree: RuleTree,
  target: RuleTarget,
  result: ValidationResult,
  budget: Budget = new Budget(TOTAL_STEPS),
): void {
  if (!target.memo) {
    checkTree(tree, target, result, budget);
    return;
  }
  const { rules } = target.memo;
  const key = keyOf(tree, target);
  const found = rules.get(key);
  if (found && found.spent < budget.remaining) {
    budget.spend(found.spent);
    for (const violation of found.violations) result.add(violation);
    return;
  }
  const before = result.violations.length;
  const spentBefore = budget.spent;
  checkTree(tree, target, result, budget);
  rules.keep(key, {
    violations: result.violations.slice(before),
    spent: budget.spent - spentBefore,
  });
}

/** Everything that decides what the rules of a target find. */
function keyOf(tree: RuleTree, target: RuleTarget): readonly unknown[] {
  const { value, oldValue, correlation, parentCorrelation } = target;
  return [
    tree,
    value,
    oldValue,
    correlation !== undefined,
    correlation?.oldValue,
    correlation ? undefined : parentCorrelation?.equal,
  ];
}

function checkTree(
  tree: RuleTree,
  target: RuleTarget,
  result: ValidationResult,
  budget: Budget,
): void {
  const { value, oldValue } = target;
  if (value === null || value === undefined) return;
  checkNodeRules(tree, target, result, budget);
  if (Array.isArray(value)) {
    const { items } = tree;
    if (!items) return;
    const oldList = Array.isArray(oldValue) ? oldValue : [];
    value.forEach((item, index) => {
      const old = findListMapItem(oldList, item, tree.node);
      const child = below(target, index, old, target.correlation?.item(index));
      checkRules(items, { ...child, value: item }, result, budget);
    });
  } else if (isObject(value)) {
    for (const [key, child] of Object.entries(value)) {
      const property = tree.properties.get(key);
      const subtree = property ?? mapValues(tree, key);
      if (!subtree) continue;
      const old =
        isObject(oldValue) && Object.hasOwn(oldValue, key)
          ? oldValue[key]
          : undefined;
      const correlation = target.correlation?.property(key);
      const next = below(target, key, old, correlation, !property);
      checkRules(subtree, { ...next, value: child }, result, budget);
    }
  }
}

function mapValues(tree: RuleTree, key: string): RuleTree | undefined {
  return tree.node.properties.has(key) ? undefined : tree.additional;
}

function below(
  parent: RuleTarget,
  key: string | number,
  oldValue: unknown,
  correlation: Correlation | undefined,
  mapKey = false,
): Omit<RuleTarget, 'value'> {
  return {
    oldValue,
    location: { parent: parent.location, key, mapKey },
    correlation: parent.correlation && correlation,
    memo: parent.memo?.child(key),
    parentCorrelation: parent.correlation ?? parent.parentCorrelation,
  };
}
