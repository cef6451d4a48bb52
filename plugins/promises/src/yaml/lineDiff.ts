import { structuredPatch } from 'diff';

/** One line of a difference. `gap` stands for unchanged lines that are left out. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed' | 'gap';
  readonly text: string;
}

const CONTEXT = 3;

const KINDS: Readonly<Record<string, DiffLine['kind']>> = {
  '+': 'added',
  '-': 'removed',
};

/** What changed between two texts, with three lines around each change; empty where nothing did. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const { hunks } = structuredPatch('', '', before, after, '', '', {
    context: CONTEXT,
  });
  return hunks.flatMap((hunk, index) => [
    ...(index > 0 || hunk.oldStart > 1
      ? [{ kind: 'gap' as const, text: '' }]
      : []),
    ...hunk.lines
      .filter(line => !line.startsWith('\\'))
      .map(line => ({ kind: KINDS[line[0]] ?? 'same', text: line.slice(1) })),
  ]);
}
