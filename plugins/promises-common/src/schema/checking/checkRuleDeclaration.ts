import { compileProgram, type Program } from '../../expressions/compileProgram';
import { estimateExpression } from '../../expressions/types/estimateExpression';
import {
  describeStaticType,
  type StaticType,
} from '../../expressions/types/StaticType';
import { ExpressionError } from '../../expressions/ExpressionError';
import { REASONS } from '../rules/reasons';
import type { StructuralSchema } from '../types';
import { LARGEST_REQUEST, type DeclaredType } from './declareType';
import { isFieldPath } from './isFieldPath';
import type { SchemaPlace } from './SchemaPlace';
import type { Report } from './SchemaProblem';

type Rule = NonNullable<StructuralSchema['x-kubernetes-validations']>[number];

function checkTexts(rule: Rule, report: Report): void {
  const source = rule.rule.trim();
  const message = rule.message?.trim();
  if (!source) report('rule', 'FieldValueRequired', 'the rule is empty');
  else if (rule.message && !message)
    report('message', 'FieldValueInvalid', 'must not be blank');
  else if (message?.includes('\n'))
    report('message', 'FieldValueInvalid', 'must not contain line breaks');
  else if (source.includes('\n') && !message)
    report(
      'message',
      'FieldValueRequired',
      'a rule with line breaks needs a message',
    );
  if (rule.messageExpression && !rule.messageExpression.trim())
    report('messageExpression', 'FieldValueRequired', 'must not be blank');
  if (rule.reason !== undefined && !REASONS.includes(rule.reason))
    report(
      'reason',
      'FieldValueNotSupported',
      `must be one of ${REASONS.join(', ')}`,
    );
}

function tryCompile(
  keyword: 'rule' | 'messageExpression',
  source: string,
  report: Report,
): Program | undefined {
  try {
    return compileProgram(source, {
      variables: ['self', 'oldSelf'],
      kubernetes: true,
    });
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    reportExpression(keyword, error, report);
    return undefined;
  }
}

function reportExpression(
  keyword: string,
  { problem, position }: ExpressionError,
  report: Report,
): void {
  const at = position ? ` at column ${position.column}` : '';
  report(keyword, 'FieldValueInvalid', `${problem}${at}`);
}

/** A node with rules, as one of them sees it. */
interface RuleSurroundings {
  readonly schema: StructuralSchema;
  readonly place: SchemaPlace;
  readonly declared: DeclaredType | undefined;
  /** Where the rule is. */
  readonly path: string;
  readonly report: Report;
}

/** One rule of `x-kubernetes-validations`. */
export function checkRuleDeclaration(
  rule: Rule,
  surroundings: RuleSurroundings,
): void {
  const { schema, place, report } = surroundings;
  const { uncorrelatable } = place;
  checkTexts(rule, report);
  if (rule.fieldPath && !isFieldPath(rule.fieldPath, schema))
    report('fieldPath', 'FieldValueInvalid', 'does not lead to a field');
  const program = rule.rule.trim() && tryCompile('rule', rule.rule, report);
  if (program) checkEstimate('rule', rule.rule, rule, surroundings);
  const { messageExpression } = rule;
  if (
    messageExpression?.trim() &&
    tryCompile('messageExpression', messageExpression, report)
  )
    checkEstimate('messageExpression', messageExpression, rule, surroundings);
  if (!program) return;
  const usesOldSelf = program.uses.has('oldSelf');
  if (usesOldSelf && uncorrelatable !== undefined)
    report(
      'rule',
      'FieldValueInvalid',
      `oldSelf cannot be used here: items of ${
        uncorrelatable || 'the root'
      } cannot be matched with old ones`,
    );
  if (!usesOldSelf && rule.optionalOldSelf !== undefined)
    report(
      'optionalOldSelf',
      'FieldValueInvalid',
      'has no meaning where the rule does not use oldSelf',
    );
}

const RESULTS = { rule: 'bool', messageExpression: 'string' } as const;

/** Types that cannot be right, a result of the wrong type, and what the expression can cost. */
function checkEstimate(
  keyword: 'rule' | 'messageExpression',
  source: string,
  rule: Rule,
  { declared, place, path, report }: RuleSurroundings,
): void {
  if (!declared) return;
  const self = declared.type;
  const oldSelf: StaticType = rule.optionalOldSelf
    ? { kind: 'optional', value: self }
    : self;
  try {
    const { type, cost } = estimateExpression(source, {
      variables: new Map([
        ['self', self],
        ['oldSelf', oldSelf],
      ]),
      kubernetes: true,
    });
    const wanted = RESULTS[keyword];
    const fits =
      type.kind === 'dyn' || (type.kind === 'scalar' && type.name === wanted);
    if (!fits) {
      report(
        keyword,
        'FieldValueInvalid',
        `must give a ${wanted}, not ${describeStaticType(type)}`,
      );
      return;
    }
    const times = Number.isFinite(place.mostValues)
      ? place.mostValues
      : Math.floor(LARGEST_REQUEST / (declared.leastBytes + 1));
    place.costs.add(`${path}.${keyword}`, cost * times);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    reportExpression(keyword, error, report);
  }
}
