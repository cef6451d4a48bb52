import type { ASTNode } from '@marcbachmann/cel-js';
import { ExpressionError } from '../ExpressionError';
import { compileMacro } from '../macros/compileMacro';
import { CelUint } from '../values/CelUint';
import { CelType } from '../values/CelType';
import { compileAccess } from './compileAccess';
import { compileBinary } from './compileBinary';
import { compileCall } from './compileCall';
import { compileLogic } from './compileLogic';
import { compileList, compileMapLiteral } from './compileLiterals';
import { compileUnary } from './compileUnary';
import type { CompileContext } from './CompileContext';
import type { Evaluate } from './Evaluate';
import { Fault } from './Fault';
import { guard } from './guard';
import { typeNames } from './typeNames';
import { variableName } from './variableName';
import { isBytes } from '../values/isBytes';

/** Compiles a syntax tree to closures. */
export function compileNode(
  node: ASTNode,
  settings: Omit<CompileContext, 'compile' | 'fail'>,
): Evaluate {
  const context: CompileContext = {
    ...settings,
    compile: (child, inner = context) => compile(child, inner),
    fail: (at, problem) => {
      throw new ExpressionError(settings.source, problem, at.range);
    },
  };
  return context.compile(node);
}

function compile(node: ASTNode, context: CompileContext): Evaluate {
  switch (node.op) {
    case 'value':
      return compileLiteral(node.args);
    case 'id':
      return compileIdentifier(node, node.args, context);
    case '.':
    case '.?':
    case '[]':
    case '[?]':
      return (
        compileTypeName(node, context) ??
        guard(node, compileAccess(node, context))
      );
    case '&&':
    case '||':
      return guard(node, compileLogic(node, context));
    case '?:':
      return guard(node, compileTernary(node.args, context));
    case '!_':
    case '-_':
      return guard(node, compileUnary(node, context));
    case 'list':
      return guard(node, compileList(node, node.args, context));
    case 'map':
      return guard(node, compileMapLiteral(node, node.args, context));
    case 'call':
    case 'rcall':
      return guard(
        node,
        compileMacro(node, context) ?? compileCall(node, context),
      );
    default:
      return guard(node, compileBinary(node, context));
  }
}

function compileLiteral(literal: unknown): Evaluate {
  const isUint =
    typeof literal === 'object' &&
    literal !== null &&
    !isBytes(literal) &&
    'value' in literal;
  const value = isUint ? new CelUint(literal.value as bigint) : literal;
  return () => value;
}

function compileIdentifier(
  node: ASTNode,
  name: string,
  context: CompileContext,
): Evaluate {
  if (context.variables.has(name)) {
    context.uses.add(name);
    return guard(node, scope => {
      const value = scope.get(name);
      if (value === undefined) throw new Fault(`${name} has no value`);
      return value;
    });
  }
  const type = typeNames.get(name);
  if (!type) return context.fail(node, unknownName(name, context));
  return () => type;
}

/** `google.protobuf.Duration` and other dotted names of types. */
function compileTypeName(
  node: ASTNode,
  context: CompileContext,
): Evaluate | undefined {
  const name = variableName(node);
  if (!name || context.variables.has(name.split('.')[0])) return undefined;
  const type: CelType | undefined = typeNames.get(name);
  return type && (() => type);
}

function unknownName(name: string, { variables }: CompileContext): string {
  const known = [...variables].sort().join(', ');
  return `there is no variable ${name}${known ? `; there are: ${known}` : ''}`;
}

function compileTernary(
  [condition, then, otherwise]: readonly [ASTNode, ASTNode, ASTNode],
  context: CompileContext,
): Evaluate {
  const test = context.compile(condition);
  const whenTrue = context.compile(then);
  const whenFalse = context.compile(otherwise);
  return scope => {
    const decision = test(scope);
    if (typeof decision !== 'boolean')
      throw new Fault('the condition before ? must be true or false');
    return decision ? whenTrue(scope) : whenFalse(scope);
  };
}
