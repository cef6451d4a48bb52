const ESCAPED = /[<>&\u2028\u2029]/g;

/**
 * JSON with sorted keys and no spaces, byte for byte as Go's `json.Marshal` prints a map: what Kratix hashes. Keys that
 * are undefined are left out. Throws a TypeError for what JSON has no word for (bigint, functions, cycles by depth).
 *
 * @public
 */
export function canonicalJson(value: unknown): string {
  if (value === null || value === undefined) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  if (typeof value === 'object') {
    const object = value as Record<string, unknown>;
    const keys = Object.keys(object).filter(key => object[key] !== undefined);
    const members = sortKeys(keys).map(
      key => `${printText(key)}:${canonicalJson(object[key])}`,
    );
    return `{${members.join(',')}}`;
  }
  if (typeof value === 'string') {
    return printText(value);
  }
  if (typeof value === 'number') {
    return printNumber(value);
  }
  if (typeof value === 'boolean') {
    return String(value);
  }
  throw new TypeError(`A ${typeof value} cannot be written as JSON`);
}

// Go escapes what is dangerous inside HTML, and writes a lone surrogate as the replacement character.
function printText(text: string): string {
  return JSON.stringify(toWellFormed(text)).replace(
    ESCAPED,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

// Both languages print the shortest digits; Go pads no exponent of JSON, and prints -0 with its sign.
function printNumber(number: number): string {
  if (!Number.isFinite(number)) {
    throw new TypeError(`${number} cannot be written as JSON`);
  }
  return Object.is(number, -0) ? '-0' : String(number);
}

function toWellFormed(text: string): string {
  return text.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '\uFFFD',
  );
}

// Go sorts by UTF-8 bytes, which is the order of code points; that of UTF-16 units differs only where surrogates are.
function sortKeys(keys: string[]): string[] {
  return keys.some(key => /[\uD800-\uDFFF]/.test(key))
    ? keys.sort(compareCodePoints)
    : keys.sort();
}

function compareCodePoints(left: string, right: string): number {
  const a = Array.from(left);
  const b = Array.from(right);
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = a[index].codePointAt(0)! - b[index].codePointAt(0)!;
    if (difference !== 0) {
      return difference;
    }
  }
  return a.length - b.length;
}
