import type { PreviewedFile } from '@promissory/plugin-promises-common';
import type { ComparedFile } from './compareFiles';
import type { Preview } from './types';

/** Files with their texts; one that stays as it is needs none. */
export async function describeFiles(
  preview: Preview,
  files: readonly ComparedFile[],
): Promise<PreviewedFile[]> {
  const told = files.filter(({ change }) => change !== 'Unchanged');
  const addresses = told
    .flatMap(({ before, after }) => [before, after])
    .filter(sha256 => sha256 !== undefined);
  await preview.contents.load(preview.knex, new Set(addresses));
  return files.map(({ before, after, ...file }) => {
    if (file.change === 'Unchanged') return file;
    const was = before && preview.contents.text(before);
    const will = after && preview.contents.text(after);
    return {
      ...file,
      ...(was === undefined ? {} : { before: was }),
      ...(will === undefined ? {} : { after: will }),
    };
  });
}
