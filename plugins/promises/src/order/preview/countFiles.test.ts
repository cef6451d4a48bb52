import type { PreviewedFile } from '@promissory/plugin-promises-common';
import { countFiles } from './countFiles';

describe('countFiles', () => {
  it.each<[PreviewedFile['change'][], string]>([
    [[], ''],
    [['Added'], '1 file new'],
    [['Removed', 'Added', 'Added'], '2 files new, 1 removed'],
    [['Unchanged', 'Changed'], '1 file changed, 1 as it is'],
  ])('%j', (changes, expected) => {
    expect(
      countFiles(
        changes.map(change => ({ change, destination: 'd', path: 'p' })),
      ),
    ).toBe(expected);
  });
});
