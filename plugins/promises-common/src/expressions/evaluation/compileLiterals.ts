import type { ASTNode } from '@marcbachmann/cel-js';
import { CelOptional } from '../values/CelOptional';
import { LiteralMap } from '../values/LiteralMap';
import { ListValue } from '../values/ListValue';
import { typeNameOf } from '../values/typeNameOf';
import type { CompileContext } from './CompileContext';
import type { Evaluate } from './Evaluate';
import { Fault } from './Fault';

/** Whether a `?` stands between the element before, or the start of the literal, and an element. */
function isOptional(
  element: ASTNode,
  after: number,
  { optionalMarks }: CompileContext,
): boolean {
  return optionalMarks.some(
    mark => mark >= after && mark < element.range.start,
  );
}

function present(value: unknown): readonly unknown[] {
  if (value instanceof CelOptional) return value.present ? [value.value] : [];
  throw new Fault(
    `an element after ? must be an optional, not ${typeNameOf(value)}`,
  );
}

/** A list: `[a, ?b.?c]`. */
export function compileList(
  node: ASTNode,
  elements: readonly ASTNode[],
  context: CompileContext,
): Evaluate {
  let after = node.range.start;
  const items = elements.map(element => {
    const optional = isOptional(element, after, context);
    after = element.range.end;
    return { optional, evaluate: context.compile(element) };
  });
  return scope =>
    new ListValue(
      items.flatMap(({ optional, evaluate }) => {
        const value = evaluate(scope);
        return optional ? present(value) : [value];
      }),
    );
}

/** A map: `{"a": 1, ?"b": c.?d}`. */
export function compileMapLiteral(
  node: ASTNode,
  entries: ReadonlyArray<readonly [ASTNode, ASTNode]>,
  context: CompileContext,
): Evaluate {
  let after = node.range.start;
  const pairs = entries.map(([key, value]) => {
    const optional = isOptional(key, after, context);
    after = value.range.end;
    return {
      optional,
      key: context.compile(key),
      value: context.compile(value),
    };
  });
  return scope =>
    new LiteralMap(
      pairs.flatMap(({ optional, key, value }) => {
        const at = key(scope);
        const result = value(scope);
        const values = optional ? present(result) : [result];
        return values.map(one => [at, one] as const);
      }),
    );
}
