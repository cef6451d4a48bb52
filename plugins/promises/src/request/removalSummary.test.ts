import type { Placement } from '@promissory/plugin-promises-common';
import { removalSummary } from './removalSummary';

function placement(more: Partial<Placement>): Placement {
  return {
    id: '1',
    destination: 'dev-cluster',
    pipeline: 'render',
    directory: '',
    state: 'Written',
    files: 2,
    ...more,
  };
}

describe('removalSummary', () => {
  it('adds up the files per destination and leaves out what is gone', () => {
    expect(
      removalSummary({
        placements: [
          placement({}),
          placement({ files: 1 }),
          placement({ destination: 'platform', files: 1 }),
          placement({ destination: 'old', state: 'Removed' }),
        ],
        children: [],
      }),
    ).toEqual([
      '3 files on the destination dev-cluster',
      '1 file on the destination platform',
    ]);
  });

  it('says nothing where nothing was delivered', () => {
    expect(removalSummary({ placements: [], children: [] })).toEqual([]);
  });
});
