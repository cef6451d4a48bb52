import { spawnSync } from 'node:child_process';
import { checkBranchName } from './checkBranchName';

describe('checkBranchName', () => {
  it.each([
    'main',
    'release/1.0',
    'a-b_c',
    'ümlaut',
    '',
    '-d',
    'a..b',
    'a b',
    'a~1',
    'a^',
    'a:b',
    'a?',
    'a*',
    'a[',
    'a\\b',
    'a.lock',
    'a.lock/b',
    '.a',
    'a/.b',
    'a.',
    'a/',
    '/a',
    'a//b',
    'a@{1}',
    'a\tb',
  ])('judges %j as git does', branch => {
    const { status } = spawnSync('git', [
      'check-ref-format',
      '--branch',
      branch,
    ]);
    expect(checkBranchName(branch) === undefined).toBe(status === 0);
  });
});
