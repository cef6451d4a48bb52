import { InputError } from '@backstage/errors';
import { describePosition } from './parsing/describePosition';

/** Where in a text an error is. Offsets count UTF-16 units from 0; lines and columns count from 1. @public */
export interface ExpressionPosition {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/**
 * An expression that cannot be compiled or fails at run time. `source` is the text that was given (the whole template,
 * where it is part of one), `problem` the bare reason; the message has both with the place. @public
 */
export class ExpressionError extends InputError {
  readonly source: string;
  readonly problem: string;
  readonly position: ExpressionPosition | undefined;

  constructor(
    source: string,
    problem: string,
    range?: { readonly start: number; readonly end: number },
  ) {
    const position = range && { ...range, ...describePosition(source, range) };
    const place = position
      ? ` at line ${position.line}, column ${position.column}`
      : '';
    super(`Expression failed${place}: ${problem} (in ${shorten(source)})`);
    this.source = source;
    this.problem = problem;
    this.position = position;
  }
}

const LONGEST = 120;

function shorten(source: string): string {
  const line = source.trim().replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
