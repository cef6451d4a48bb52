import { parseLooseDuration } from './parseLooseDuration';

/** Format `duration`. */
export function isDuration(text: string): boolean {
  return parseLooseDuration(text) !== undefined;
}
