import { compilePattern } from '../patterns/compilePattern';

const LONGEST = 255;
const LONGEST_LABEL = 63;
const symbol = 'a-zA-Z0-9\\p{S}\\p{L}';
const single = `[${symbol}]((-?[${symbol}]{0,62})?)`;
const label = `[${symbol}](([${symbol}-]{0,61}[${symbol}])?)`;
const matches = compilePattern(
  `^(${single}|(${label}(\\.)){1,}([a-zA-Z\\p{L}]){2,63})$`,
);
const encoder = new TextEncoder();
const bytes = (text: string) => encoder.encode(text).length;

/** A host name as the API server sees it: letters and symbols of any script, a top level of at least two letters. */
export function isHostname(text: string): boolean {
  return (
    matches(text) &&
    bytes(text) <= LONGEST &&
    text.split('.').every(part => bytes(part) <= LONGEST_LABEL)
  );
}
