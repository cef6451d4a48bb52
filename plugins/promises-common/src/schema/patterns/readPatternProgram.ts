import { z } from 'zod/v4';
import { holdsAt } from './holdsAt';
import { classesOf } from './classesOf';
import type { Side } from './Side';

/** A step of a compiled expression. */
export type Instruction =
  | { readonly kind: 'match' }
  | { readonly kind: 'fail' }
  | { readonly kind: 'jump'; readonly to: readonly number[] }
  | {
      readonly kind: 'assert';
      readonly to: number;
      holds(previous: Side, next: Side): boolean;
    }
  | {
      readonly kind: 'character';
      readonly to: number;
      takes(side: Side): boolean;
    };

/** A compiled expression as a list of steps. */
export interface PatternProgram {
  readonly instructions: readonly Instruction[];
  readonly start: number;
}

/** The library's instructions; it does not publish them, so nothing is taken for granted. */
const ALT = 1;
const CAPTURE = 3;
const EMPTY_WIDTH = 4;
const FAIL = 5;
const MATCH = 6;
const NOP = 7;
const RUNE = 8;
const RUNE1 = 9;
const RUNE_ANY = 10;
const RUNE_ANY_NOT_NL = 11;
const LAST_RUNE = 0x10ffff;

const programShape = z.object({
  re2Input: z.object({
    prog: z.object({
      start: z.number(),
      inst: z
        .array(
          z.object({
            op: z.number().int().min(ALT).max(RUNE_ANY_NOT_NL),
            out: z.number(),
            arg: z.number(),
            runes: z.instanceof(Int32Array),
          }),
        )
        .max(10_000),
    }),
  }),
});

type LibraryInstruction = z.infer<
  typeof programShape
>['re2Input']['prog']['inst'][number];

/** The program of an expression of the library; undefined where it is not of the shape that is known. */
export function readPatternProgram(
  expression: object,
): PatternProgram | undefined {
  const result = programShape.safeParse(expression);
  if (!result.success) return undefined;
  const { inst, start } = result.data.re2Input.prog;
  return { instructions: inst.map(toInstruction), start };
}

function toInstruction({
  op,
  out,
  arg,
  runes,
}: LibraryInstruction): Instruction {
  switch (op) {
    case ALT:
      return { kind: 'jump', to: [out, arg] };
    case CAPTURE:
    case NOP:
      return { kind: 'jump', to: [out] };
    case EMPTY_WIDTH:
      return {
        kind: 'assert',
        to: out,
        holds: (previous, next) => holdsAt(arg, previous, next),
      };
    case FAIL:
      return { kind: 'fail' };
    case MATCH:
      return { kind: 'match' };
    default: {
      const classes = classesOf(rangesOf(op, runes));
      return {
        kind: 'character',
        to: out,
        takes: side => side !== 'none' && classes.has(side),
      };
    }
  }
}

function rangesOf(op: number, runes: Int32Array): readonly number[] {
  if (op === RUNE_ANY) return [0, LAST_RUNE];
  if (op === RUNE_ANY_NOT_NL) return [0, 9, 11, LAST_RUNE];
  if (op === RUNE1 || (op === RUNE && runes.length === 1))
    return [runes[0], runes[0]];
  return [...runes];
}
