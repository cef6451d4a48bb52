import { parseIpv4 } from './parseIpv4';

const GROUPS = 8;

function parseGroups(text: string): number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  for (const part of text.split(':')) {
    if (!/^[0-9a-fA-F]{1,4}$/.test(part)) return undefined;
    groups.push(parseInt(part, 16));
  }
  return groups;
}

/** Writes a dotted IPv4 tail as two groups, so that only groups are left. */
function withoutDottedTail(
  text: string,
  leadingZeros: boolean,
): string | undefined {
  if (!text.includes('.')) return text;
  const start = text.lastIndexOf(':') + 1;
  const bytes = parseIpv4(text.slice(start), leadingZeros);
  if (!bytes || start === 0) return undefined;
  const high = bytes[0] * 256 + bytes[1];
  const low = bytes[2] * 256 + bytes[3];
  return `${text.slice(0, start)}${high.toString(16)}:${low.toString(16)}`;
}

/** The eight groups of an IPv6 address without a zone. */
export function parseIpv6(
  text: string,
  leadingZeros = false,
): number[] | undefined {
  const plain = withoutDottedTail(text, leadingZeros);
  if (plain === undefined) return undefined;
  const halves = plain.split('::');
  if (halves.length > 2) return undefined;
  const head = parseGroups(halves[0]);
  if (!head) return undefined;
  if (halves.length === 1) return head.length === GROUPS ? head : undefined;
  const tail = parseGroups(halves[1]);
  if (!tail) return undefined;
  const missing = GROUPS - head.length - tail.length;
  if (missing < 1) return undefined;
  return [...head, ...new Array<number>(missing).fill(0), ...tail];
}
