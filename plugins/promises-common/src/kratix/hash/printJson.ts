const ESCAPED = /[<>&\u2028\u2029]/g;

/** Prints as Go does, with the keys of each object in the order that `orderKeys` gives them. */
export function printJson(
  value: unknown,
  orderKeys: (keys: string[]) => string[],
): string {
  if (value === null || value === undefined) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return `[${value.map(each => printJson(each, orderKeys)).join(',')}]`;
  }
  if (typeof value === 'object') {
    const object = value as Record<string, unknown>;
    const keys = Object.keys(object).filter(key => object[key] !== undefined);
    const members = orderKeys(keys).map(
      key => `${printText(key)}:${printJson(object[key], orderKeys)}`,
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
