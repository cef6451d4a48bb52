import { formatTable } from './formatTable';

describe('formatTable', () => {
  it('has columns as wide as what is in them, and a dash where nothing is', () => {
    expect(
      formatTable(
        ['NAME', 'STATE'],
        [
          ['shop', 'Delivered'],
          ['a-longer-name', undefined],
        ],
      ),
    ).toBe(
      [
        'NAME            STATE',
        'shop            Delivered',
        'a-longer-name   -',
      ].join('\n'),
    );
  });
});
