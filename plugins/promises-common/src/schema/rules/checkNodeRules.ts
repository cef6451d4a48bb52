import { Budget } from '../../expressions/evaluation/Budget';
import { Fault } from '../../expressions/evaluation/Fault';
import { Scope } from '../../expressions/evaluation/Scope';
import { CelOptional } from '../../expressions/values/CelOptional';
import { formatField } from '../location/formatField';
import type { Location } from '../location/Location';
import { toDataPath } from '../location/toDataPath';
import type { ValidationResult } from '../violations/ValidationResult';
import type { Violation, ViolationReason } from '../violations/Violation';
import type { RuleTarget } from './checkRules';
import type { CompiledRule } from './CompiledRule';
import type { RuleTree } from './compileRuleTree';
import { describeFailure } from './describeFailure';
import { toRuleValue } from './toRuleValue';

/** Steps that one rule may take. */
const STEPS_PER_RULE = 1_000_000;

/** Checks the rules of one node on its value. */
export function checkNodeRules(
  { node, rules }: RuleTree,
  target: RuleTarget,
  result: ValidationResult,
  total: Budget,
): void {
  if (rules.length === 0) return;
  const { oldValue } = target;
  const hasOld = oldValue !== null && oldValue !== undefined;
  // Converted once for all rules, and only when one of them looks.
  let self: { readonly value: unknown } | undefined;
  let oldSelf: { readonly value: unknown } | undefined;
  const variablesOf = (rule: CompiledRule) => {
    self ??= { value: toRuleValue(target.value, node) };
    const variables = new Map([['self', self.value]]);
    if (rule.usesOldSelf) {
      if (hasOld) oldSelf ??= { value: toRuleValue(oldValue, node) };
      const old = oldSelf?.value;
      const optional = oldSelf ? CelOptional.of(old) : CelOptional.none;
      variables.set('oldSelf', rule.optionalOldSelf ? optional : old);
    }
    return variables;
  };

  for (const rule of rules) {
    if (rule.usesOldSelf && !hasOld && !rule.optionalOldSelf) continue;
    const budget = new Budget(STEPS_PER_RULE);
    try {
      const scope = new Scope(budget, variablesOf(rule));
      if (rule.program.evaluate(scope) === true) continue;
      if (!rule.usesOldSelf && isUnchanged(target)) continue;
      result.add(
        createFailure(rule, target.location, describeFailure(rule, scope)),
      );
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      result.add(
        at(
          target.location,
          'FieldValueInvalid',
          `${error.message} evaluating rule: ${rule.message ?? rule.source}`,
        ),
      );
    } finally {
      chargeTotal(total, budget, target.location, result);
    }
  }
}

function isUnchanged({ correlation, parentCorrelation }: RuleTarget): boolean {
  return (correlation ?? parentCorrelation)?.equal === true;
}

function at(
  location: Location | undefined,
  reason: ViolationReason,
  message: string,
): Violation {
  return {
    path: toDataPath(location),
    field: formatField(location),
    reason,
    message,
  };
}

function createFailure(
  { fieldPath, reason }: CompiledRule,
  location: Location | undefined,
  message: string,
): Violation {
  const end = fieldPath.reduce<Location | undefined>(
    (parent, { key, mapKey }) => ({ parent, key, mapKey }),
    location,
  );
  return at(end, reason, message);
}

function chargeTotal(
  total: Budget,
  spent: Budget,
  location: Location | undefined,
  result: ValidationResult,
): void {
  try {
    total.spend(spent.spent);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    result.add(
      at(
        location,
        'FieldValueInvalid',
        `the rules take too long: ${error.message}`,
      ),
    );
  }
}
