import {
  formatPath,
  type DataPath,
  type FieldError,
} from '@promissory/plugin-promises-common';
import { isPair, isScalar, parseDocument, visit, type Node } from 'yaml';
import type { YamlProblem } from './YamlProblem';

/**
 * Where errors stand in a YAML text. What the text does not have, for example a required field, is told where it should
 * be: at the key of the nearest value around it.
 * @public
 */
export function locateProblems(
  text: string,
  base: DataPath,
  errors: readonly FieldError[],
): YamlProblem[] {
  if (errors.length === 0) {
    return [];
  }
  const document = parseDocument(text);
  const places = new Map<string, readonly [number, number]>();
  visit(document, {
    Node(_, node, ancestors) {
      const place = rangeOf(node);
      const path = pathOf(node, ancestors);
      if (place && path) {
        const key = formatPath([...base, ...path]);
        if (!places.has(key)) {
          places.set(key, place);
        }
      }
    },
  });
  return errors.map(({ path, message }) => {
    const [from, to] = nearest(places, path) ?? [0, 0];
    return { from, to, message };
  });
}

type Ancestors = readonly unknown[];

function pathOf(node: Node, ancestors: Ancestors): DataPath | undefined {
  const chain = [...ancestors, node];
  const path: Array<string | number> = [];
  for (let at = 1; at < chain.length; at++) {
    const parent = chain[at - 1];
    const child = chain[at];
    if (isPair(parent)) {
      if (parent.key === child || !isScalar(parent.key)) {
        return undefined;
      }
      path.push(String(parent.key.value));
    } else if (hasItems(parent) && !isPair(child)) {
      path.push(parent.items.indexOf(child));
    }
  }
  return path;
}

function hasItems(value: unknown): value is { items: unknown[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'items' in value &&
    Array.isArray(value.items)
  );
}

function rangeOf(node: Node): readonly [number, number] | undefined {
  return node.range ? [node.range[0], node.range[1]] : undefined;
}

function nearest(
  places: ReadonlyMap<string, readonly [number, number]>,
  path: string,
): readonly [number, number] | undefined {
  for (let at = path; ; at = at.replace(/(\.[^.[\]]*|\[[^\]]*\])$/, '')) {
    const place = places.get(at);
    if (place) {
      // A whole block as one red line helps nobody: its first line does.
      return place;
    }
    if (!/[.[]/.test(at)) {
      return undefined;
    }
  }
}
