import { additionalNode } from '../nodes/additionalNode';
import type { SchemaNode } from '../nodes/SchemaNode';
import type { FieldPathStep } from './CompiledRule';

const STEP = /\.([^.[\]']+)|\['((?:\\.|[^'\\])*)'\]/y;
const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The steps of a fieldPath (`.spec.size`, `['a.b'].c`); undefined where it does not lead to a field of the schema. */
export function parseFieldPath(
  source: string,
  node: SchemaNode,
): readonly FieldPathStep[] | undefined {
  const steps: FieldPathStep[] = [];
  let at: SchemaNode | undefined = node;
  STEP.lastIndex = 0;
  while (STEP.lastIndex < source.length) {
    const match = STEP.exec(source);
    if (!match || !at) return undefined;
    const key: string =
      match[1] ??
      match[2].replaceAll(/\\(.)/g, (_all, letter: string) =>
        Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : letter,
      );
    const declared: boolean = at.schema.properties !== undefined;
    at = declared ? at.properties.get(key) : additionalNode(at);
    if (!at) return undefined;
    steps.push({ key, mapKey: !declared });
  }
  return steps;
}
