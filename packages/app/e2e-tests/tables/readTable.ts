import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const DOCS = resolve(import.meta.dirname, '../../../../docs');

/** Rows of the first table below a heading of a page, by the names of the columns; without the marks of code. */
export function readTable(
  page: string,
  heading: string,
): Array<Readonly<Record<string, string>>> {
  const lines = readFileSync(join(DOCS, page), 'utf8').split('\n');
  const from = lines.findIndex(
    line => line.replace(/^#+ /, '') === heading && line.startsWith('#'),
  );
  const start = lines.findIndex(
    (line, index) => index > from && line.startsWith('|'),
  );
  if (from === -1 || start === -1) {
    throw new Error(`${page} has no table below ${heading}`);
  }
  const rows = lines.slice(start);
  const end = rows.findIndex(line => !line.startsWith('|'));
  const [head, , ...body] = rows.slice(0, end).map(cellsOf);
  return body.map(cells =>
    Object.fromEntries(head.map((name, index) => [name, cells[index]])),
  );
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim().replaceAll('`', ''));
}
