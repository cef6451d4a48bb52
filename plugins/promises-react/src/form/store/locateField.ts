import {
  formatPath,
  getAt,
  type DataPath,
  type FormNode,
} from '@promissory/plugin-promises-common';
import { keyText } from './provisionalKey';

/** Where the form shows an error. */
export interface LocatedField {
  /** Path of the field that is nearest to the error. */
  readonly path: DataPath;
  /** Titles from the outermost section to the field. */
  readonly titles: readonly string[];
  /** Place of each step among its neighbours: fields are drawn in this order. */
  readonly order: readonly number[];
}

/** What {@link locateField} needs to know. */
export interface LocateFieldOptions {
  readonly root: FormNode;
  /** Path of the root. */
  readonly base: DataPath;
  /** Path of an error, as `formatPath` writes it, below the root. */
  readonly errorPath: string;
  readonly object: unknown;
}

/** Finds the field of an error. Where there is no field as deep, it is the one above: a YAML box, a section. */
export function locateField(options: LocateFieldOptions): LocatedField {
  const { root, base, errorPath, object } = options;
  const path: Array<string | number> = [...base];
  const titles: string[] = [];
  const order: number[] = [];
  let node: FormNode | undefined = root;
  let rest = errorPath.slice(formatPath(base).length);

  while (node && rest !== '') {
    const step = nextStep(node, rest, getAt(object, path));
    if (!step) {
      break;
    }
    path.push(step.key);
    titles.push(step.title);
    order.push(step.place);
    node = step.node;
    rest = step.rest;
  }
  return { path, titles, order };
}

interface NextStep {
  readonly key: string | number;
  readonly title: string;
  readonly place: number;
  readonly node: FormNode;
  readonly rest: string;
}

function nextStep(
  node: FormNode,
  rest: string,
  value: unknown,
): NextStep | undefined {
  const item = node.item();
  const index = /^\[(\d+)\]/.exec(rest);
  if (index && item && node.widget.kind === 'list') {
    const position = Number(index[1]);
    return {
      key: position,
      title: `${position + 1}`,
      place: position,
      node: item,
      rest: rest.slice(index[0].length),
    };
  }
  const name = rest.replace(/^\./, '');
  const keys =
    node.widget.kind === 'map' && item
      ? Object.keys(value ?? {}).map(key => ({
          key,
          title: keyText(key),
          node: item,
        }))
      : node
          .children()
          .map(child => ({ key: child.key, title: child.title, node: child }));
  // Names may hold dots: the longest that fits is meant.
  return keys
    .map((found, place) => ({ ...found, place }))
    .filter(
      ({ key }) =>
        name.startsWith(key) &&
        ['', '.', '['].includes(name.charAt(key.length)),
    )
    .sort((one, other) => other.key.length - one.key.length)
    .map(found => ({ ...found, rest: name.slice(found.key.length) }))[0];
}
