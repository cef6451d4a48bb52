import { printJson } from './printJson';

/**
 * The text of `canonicalJson` with keys as they come: it has the same `hashDefinition`, and a form made from it has its
 * fields in the author's order. Throws as `canonicalJson` does.
 *
 * @public
 */
export function orderedJson(value: unknown): string {
  return printJson(value, keys => keys);
}
