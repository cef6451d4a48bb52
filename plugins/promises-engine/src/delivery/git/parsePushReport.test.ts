import { parsePushReport } from './parsePushReport';

const line = (flag: string, summary: string) =>
  `To x\n${flag}\tc0ffee:refs/heads/main\t${summary}\nDone\n`;

describe('parsePushReport', () => {
  it.each([
    [line(' ', 'd665dd1..67b06ee'), { outcome: 'pushed' }],
    [line('*', '[new branch]'), { outcome: 'pushed' }],
    [line('=', '[up to date]'), { outcome: 'pushed' }],
    [line('!', '[rejected] (stale info)'), { outcome: 'stale' }],
    [line('!', '[rejected] (fetch first)'), { outcome: 'stale' }],
    [
      line('!', '[remote rejected] (incorrect old value provided)'),
      { outcome: 'stale' },
    ],
    [
      line(
        '!',
        "[remote rejected] (cannot lock ref 'refs/heads/main': is at a but expected b)",
      ),
      { outcome: 'stale' },
    ],
    [
      line('!', '[remote rejected] (protected branch hook declined)'),
      {
        outcome: 'refused',
        reason: 'remote rejected (protected branch hook declined)',
      },
    ],
    ['Done\n', undefined],
    ['', undefined],
  ])('reads %j', (report, expected) => {
    expect(parsePushReport(report, 'main')).toEqual(expected);
  });
});
