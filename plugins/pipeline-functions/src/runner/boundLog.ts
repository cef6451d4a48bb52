/** As many lines as fit, and a last one that says how many were dropped. */
export function boundLog(
  lines: readonly string[],
  maxBytes: number,
): readonly string[] {
  let bytes = 0;
  const fitting = lines.findIndex(
    line => (bytes += Buffer.byteLength(line) + 1) > maxBytes,
  );
  return fitting === -1
    ? lines
    : [
        ...lines.slice(0, fitting),
        `[${
          lines.length - fitting
        } more lines: the log is limited to ${maxBytes} bytes]`,
      ];
}
