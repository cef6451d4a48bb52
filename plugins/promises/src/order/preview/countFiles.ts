import type { PreviewedFile } from '@promissory/plugin-promises-common';

const WORDS = [
  ['Added', 'new'],
  ['Changed', 'changed'],
  ['Removed', 'removed'],
  ['Unchanged', 'as it is'],
] as const;

/** What becomes of files, for example `2 files new, 1 changed`. */
export function countFiles(files: readonly PreviewedFile[]): string {
  const counts = WORDS.map(([change, word]) => ({
    word,
    count: files.filter(file => file.change === change).length,
  })).filter(({ count }) => count > 0);
  return counts
    .map(({ word, count }, index) =>
      index === 0
        ? `${count} ${count === 1 ? 'file' : 'files'} ${word}`
        : `${count} ${word}`,
    )
    .join(', ');
}
