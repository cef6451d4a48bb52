import { compileProgram, type Program } from '../../expressions/compileProgram';
import { ExpressionError } from '../../expressions/ExpressionError';
import { InvalidSchemaError } from '../InvalidSchemaError';
import type { SchemaNode } from '../nodes/SchemaNode';
import type { ViolationReason } from '../violations/Violation';
import type { CompiledRule } from './CompiledRule';
import { parseFieldPath } from './parseFieldPath';
import { REASONS } from './reasons';

const VARIABLES = ['self', 'oldSelf'];

function compile(source: string, path: string): Program {
  try {
    return compileProgram(source, { variables: VARIABLES, kubernetes: true });
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new InvalidSchemaError(
      path,
      `is no expression: ${error.problem} (in ${source.trim()})`,
      error,
    );
  }
}

/**
 * Compiles the rules of one node.
 *
 * @throws InvalidSchemaError
 */
export function compileRules(node: SchemaNode): readonly CompiledRule[] {
  const rules = node.schema['x-kubernetes-validations'] ?? [];
  return rules
    .map((rule, index) => ({ rule, index }))
    .filter(({ rule }) => rule.rule.trim() !== '')
    .map(({ rule, index }): CompiledRule => {
      const path = `${
        node.schemaPath && `${node.schemaPath}.`
      }x-kubernetes-validations[${index}]`;
      const program = compile(rule.rule, `${path}.rule`);
      return {
        source: rule.rule.trim(),
        program,
        message: rule.message?.trim() || undefined,
        messageProgram: rule.messageExpression
          ? compile(rule.messageExpression, `${path}.messageExpression`)
          : undefined,
        reason: REASONS.includes(rule.reason ?? '')
          ? (rule.reason as ViolationReason)
          : 'FieldValueInvalid',
        fieldPath: rule.fieldPath
          ? parseFieldPath(rule.fieldPath, node) ?? []
          : [],
        usesOldSelf: program.uses.has('oldSelf'),
        optionalOldSelf: rule.optionalOldSelf === true,
      };
    });
}
