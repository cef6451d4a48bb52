/**
 * Reads `git cat-file --batch`: per object a line `<id> <type> <size>`, the bytes and a line end; `<name> missing` where
 * there is none. Answers in the order of the questions; only files count.
 */
export function parseBatchOutput(
  output: Buffer,
  count: number,
): Array<Buffer | undefined> {
  const contents: Array<Buffer | undefined> = [];
  let position = 0;
  while (contents.length < count && position < output.length) {
    const lineEnd = output.indexOf(0x0a, position);
    const line = output.toString('utf8', position, lineEnd);
    const header = /^[0-9a-f]+ (\w+) (\d+)$/.exec(line);
    position = lineEnd + 1;
    if (!header) {
      contents.push(undefined);
      continue;
    }
    const end = position + Number(header[2]);
    contents.push(
      header[1] === 'blob' ? output.subarray(position, end) : undefined,
    );
    position = end + 1;
  }
  return contents;
}
