import { compileProgram, type Program } from '../../expressions/compileProgram';
import { ExpressionError } from '../../expressions/ExpressionError';
import { REASONS } from '../rules/reasons';
import type { StructuralSchema } from '../types';
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
    const place = error.position ? ` at column ${error.position.column}` : '';
    report(keyword, 'FieldValueInvalid', `${error.problem}${place}`);
    return undefined;
  }
}

/** One rule of `x-kubernetes-validations`. */
export function checkRuleDeclaration(
  rule: Rule,
  schema: StructuralSchema,
  { uncorrelatable }: SchemaPlace,
  report: Report,
): void {
  checkTexts(rule, report);
  if (rule.fieldPath && !isFieldPath(rule.fieldPath, schema))
    report('fieldPath', 'FieldValueInvalid', 'does not lead to a field');
  const program = rule.rule.trim() && tryCompile('rule', rule.rule, report);
  if (rule.messageExpression?.trim())
    tryCompile('messageExpression', rule.messageExpression, report);
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
