import {
  getAt,
  setAt,
  type DataPath,
  type FormNode,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import { emptyValueOf } from './emptyValueOf';

/**
 * Makes every object above a path present before something is written there. An object that is absent because the
 * server fills it in is written out first: otherwise writing one of its fields would lose the others.
 */
export function materialise(
  root: FormNode,
  base: DataPath,
  object: JsonObject,
  path: DataPath,
): JsonObject {
  let result = object;
  let node: FormNode | undefined = root;
  for (let length = base.length; node && length < path.length; length++) {
    const at = path.slice(0, length);
    if (getAt(result, at) === undefined) {
      result = setAt(result, at, emptyValueOf(node)) as JsonObject;
    }
    node = childOf(node, path[length]);
  }
  return result;
}

function childOf(node: FormNode, key: string | number): FormNode | undefined {
  return (
    node.children().find(child => child.key === String(key)) ?? node.item()
  );
}
