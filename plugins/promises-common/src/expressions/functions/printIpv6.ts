const GROUPS = 8;

/** The canonical text of an IPv6 address: the longest run of zeros, of at least two groups, becomes `::`. */
export function printIpv6(bits: bigint): string {
  const groups = Array.from({ length: GROUPS }, (_none, index) =>
    Number((bits >> BigInt(16 * (GROUPS - 1 - index))) & 0xffffn),
  );
  let best = { start: 0, length: 1 };
  for (let start = 0; start < GROUPS; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  const print = (part: readonly number[]) =>
    part.map(group => group.toString(16)).join(':');
  if (best.length < 2) return print(groups);
  const after = best.start + best.length;
  return `${print(groups.slice(0, best.start))}::${print(groups.slice(after))}`;
}
