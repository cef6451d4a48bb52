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

/** The keys of a fieldPath (`.spec.size`, `['a.b'].c`); undefined where it is not one. */
export function splitFieldPath(source: string): readonly string[] | undefined {
  const keys: string[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < source.length) {
    const match = STEP.exec(source);
    if (!match) return undefined;
    keys.push(
      match[1] ??
        match[2].replaceAll(/\\(.)/g, (_all, letter: string) =>
          Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : letter,
        ),
    );
  }
  return keys;
}
