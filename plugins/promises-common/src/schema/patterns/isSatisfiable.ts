import { compileExpression } from './compilePattern';
import {
  readPatternProgram,
  type Instruction,
  type PatternProgram,
} from './readPatternProgram';
import type { Side } from './Side';

/** Lengths of the texts that are asked for. */
export interface LengthRange {
  readonly minLength?: number;
  readonly maxLength?: number;
}

const SIDES: readonly Side[] = ['none', 'word', 'newline', 'other'];
/** Longer texts and larger expressions are not looked at: the answer is then "yes". */
const LONGEST = 300;
const MOST_WORK = 300_000;

/** Before the match, after it, or at an instruction of it. */
type Phase = 'before' | 'after' | number;

interface State {
  readonly phase: Phase;
  readonly previous: Side;
  readonly next: Side;
}

const keyOf = ({ phase, previous, next }: State) =>
  `${phase} ${previous} ${next}`;

const identityOf = (states: readonly State[]) =>
  states.map(keyOf).sort().join();

/**
 * Whether some text of these lengths matches a pattern. Where it cannot be told (a pattern that is not RE2, a very large
 * one), it is taken to be so.
 *
 * The program of the expression is run on all texts at once: a state guesses the class of the next character, which
 * decides `^`, `$` and `\b`, and the characters of an instruction have to be of that class.
 *
 * @public
 */
export function isSatisfiable(
  pattern: string,
  { minLength = 0, maxLength = Infinity }: LengthRange = {},
): boolean {
  const program = tryRead(pattern);
  if (!program || minLength > LONGEST) return true;
  const { instructions, start } = program;
  let work = 0;
  const seen = new Set<string>();

  /** States that are reached without a character, these included. */
  const close = (states: readonly State[]): State[] => {
    const closed = new Map<string, State>();
    const open = [...states];
    for (let state = open.pop(); state; state = open.pop()) {
      const key = keyOf(state);
      if (closed.has(key)) continue;
      closed.set(key, state);
      for (const phase of follow(state, instructions, start))
        open.push({ ...state, phase });
    }
    work += closed.size;
    return [...closed.values()];
  };

  let states = close(
    SIDES.map(next => ({ phase: 'before', previous: 'none', next })),
  );
  for (let length = 0; length <= Math.min(maxLength, LONGEST); length++) {
    const ended = states.some(
      ({ phase, next }) => phase === 'after' && next === 'none',
    );
    if (length >= minLength && ended) return true;
    if (work > MOST_WORK) return true;
    // What was reached before leads to nothing else than before.
    const identity = identityOf(states);
    if (length >= minLength && seen.has(identity)) return false;
    if (length >= minLength) seen.add(identity);
    states = close(
      states.flatMap(({ phase, next }) =>
        consume(phase, next, instructions).flatMap(reached =>
          SIDES.map(side => ({ phase: reached, previous: next, next: side })),
        ),
      ),
    );
  }
  return maxLength > LONGEST;
}

function tryRead(pattern: string): PatternProgram | undefined {
  try {
    return readPatternProgram(compileExpression(pattern));
  } catch {
    return undefined;
  }
}

function follow(
  { phase, previous, next }: State,
  instructions: readonly Instruction[],
  start: number,
): readonly Phase[] {
  if (phase === 'before') return [start];
  if (phase === 'after') return [];
  const instruction = instructions[phase];
  switch (instruction.kind) {
    case 'match':
      return ['after'];
    case 'jump':
      return instruction.to;
    case 'assert':
      return instruction.holds(previous, next) ? [instruction.to] : [];
    default:
      return [];
  }
}

function consume(
  phase: Phase,
  next: Side,
  instructions: readonly Instruction[],
): readonly Phase[] {
  if (next === 'none') return [];
  if (typeof phase !== 'number') return [phase];
  const instruction = instructions[phase];
  return instruction.kind === 'character' && instruction.takes(next)
    ? [instruction.to]
    : [];
}
