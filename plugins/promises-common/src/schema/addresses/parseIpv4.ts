/**
 * The four bytes of an IPv4 address in dotted form.
 *
 * @param leadingZeros - whether `010` counts as ten, as Kubernetes' older parser has it
 */
export function parseIpv4(
  text: string,
  leadingZeros = false,
): number[] | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  const bytes: number[] = [];
  for (const part of parts) {
    if (!/^[0-9]+$/.test(part)) return undefined;
    if (part.length > 1 && part.startsWith('0') && !leadingZeros)
      return undefined;
    const value = Number(part);
    if (value > 255) return undefined;
    bytes.push(value);
  }
  return bytes;
}
