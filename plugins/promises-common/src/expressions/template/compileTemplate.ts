import {
  compileExpression,
  type CompiledExpression,
  type ExpressionOptions,
} from '../compileExpression';
import { ExpressionError } from '../ExpressionError';
import { printResult } from './printResult';
import { splitTemplate } from './splitTemplate';

/** A compiled text with `${{ … }}` in it. @public */
export interface CompiledTemplate {
  readonly source: string;
  /** False for a text without expressions. */
  readonly dynamic: boolean;
  /**
   * The text with the results in the places of the expressions. A template that is one expression and nothing else
   * gives the result itself, with its type.
   *
   * @throws ExpressionError with the place in the template
   */
  evaluate(context: Readonly<Record<string, unknown>>): unknown;
}

type Part = (context: Readonly<Record<string, unknown>>) => unknown;

/**
 * Compiles a text in which `${{ … }}` holds expressions of CEL. `$${{` stands for a plain `${{`. In a longer text,
 * texts are inserted as they are, numbers and booleans as in JSON, lists and objects as compact JSON; null is refused.
 *
 * @throws ExpressionError with the place in the template
 * @public
 */
export function compileTemplate(
  source: string,
  options: ExpressionOptions,
): CompiledTemplate {
  const pieces = splitTemplate(source);
  const parts = pieces.map((piece): Part => {
    if (piece.kind === 'text') return () => piece.text;
    const run = relocated(source, piece.offset, () =>
      compileExpression(piece.source, options),
    );
    return context => run(compiled => compiled.evaluate(context));
  });
  const whole = pieces.length === 1;
  return {
    source,
    dynamic: pieces.some(({ kind }) => kind === 'expression'),
    evaluate(context) {
      if (whole) return parts[0](context);
      return parts
        .map((part, index) => {
          const piece = pieces[index];
          return piece.kind === 'text'
            ? piece.text
            : printResult(part(context), source, piece);
        })
        .join('');
    },
  };
}

/** Runs with a compiled part, with the places of errors moved to those in the whole template. */
function relocated(
  source: string,
  offset: number,
  compile: () => CompiledExpression,
): (use: (compiled: CompiledExpression) => unknown) => unknown {
  const move = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      const { start = 0, end = start } = error.position ?? {};
      throw new ExpressionError(source, error.problem, {
        start: start + offset,
        end: end + offset,
      });
    }
  };
  const compiled = move(compile);
  return use => move(() => use(compiled));
}
