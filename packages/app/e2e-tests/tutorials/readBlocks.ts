/** A fenced block of a page. */
export interface CodeBlock {
  readonly type: 'code';
  /** First word after the fence, for example `yaml`. */
  readonly language: string;
  readonly title: string | undefined;
  readonly text: string;
}

/** A table of what a reader fills into a form. */
export interface FormTable {
  readonly type: 'form';
  /** Labels of fields, with what goes into them. */
  readonly values: ReadonlyArray<readonly [label: string, value: string]>;
}

export type Block = CodeBlock | FormTable;

const FENCE = /^```(\w+)(?: title="([^"]+)")?$/;
const FORM_HEAD = /^\| field +\| value +\|$/;

/** What there is to do on a page: its fenced blocks and its tables of fields and values, in their order. */
export function readBlocks(markdown: string): Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const fence = FENCE.exec(line);
    if (fence) {
      const end = lines.indexOf('```', index + 1);
      blocks.push({
        type: 'code',
        language: fence[1],
        title: fence[2],
        text: lines
          .slice(index + 1, end)
          .map(each => `${each}\n`)
          .join(''),
      });
      index = end;
    } else if (line.startsWith('```')) {
      throw new Error(`Line ${index + 1} has a fence without a language`);
    } else if (FORM_HEAD.test(line)) {
      const rows = lines.slice(index + 2);
      const count = rows.findIndex(row => !row.startsWith('|'));
      blocks.push({
        type: 'form',
        values: rows.slice(0, count).map(row => {
          const [label, value] = row.slice(1, -1).split('|');
          return [label.trim(), value.trim().replace(/^`(.*)`$/, '$1')];
        }),
      });
      index += count + 1;
    }
  }
  return blocks;
}
