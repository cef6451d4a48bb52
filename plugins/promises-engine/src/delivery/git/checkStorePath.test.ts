import { posix } from 'node:path';
import fc from 'fast-check';
import { checkStorePath } from './checkStorePath';

describe('checkStorePath', () => {
  it.each([
    'a',
    'a/b.yaml',
    '.gitignore',
    '.github/x',
    'git',
    'a.git/x',
    'Grüße/🚀.yaml',
    'with space/"quote"',
    '...',
    '.kratix/x',
  ])('takes %j', path => {
    expect(checkStorePath(path)).toBeUndefined();
  });

  it.each([
    ['', 'is empty'],
    ['/', 'is absolute'],
    ['/etc/passwd', 'is absolute'],
    ['..', 'must not leave'],
    ['../x', 'must not leave'],
    ['a/../x', 'must not leave'],
    ['a/..', 'must not leave'],
    ['./a', 'must not leave'],
    ['a/', 'empty folder name'],
    ['a//b', 'empty folder name'],
    ['.git', 'belongs to Git'],
    ['a/.git/hooks/post-update', 'belongs to Git'],
    ['.GIT/config', 'belongs to Git'],
    ['.Git ', 'belongs to Git'],
    ['.git./x', 'belongs to Git'],
    ['.git::$INDEX_ALLOCATION/x', 'belongs to Git'],
    ['GIT~1/config', 'belongs to Git'],
    ['.g\u200cit/config', 'belongs to Git'],
    ['a\0b', 'control character'],
    ['a\nb', 'control character'],
    ['a\\b', 'backslash'],
    ['..\\x', 'backslash'],
    ['\ud800', 'not valid Unicode'],
    ['x'.repeat(256), 'longer than 255'],
    ['ü'.repeat(128), 'longer than 255'],
    [`${'x/'.repeat(2100)}x`, 'longer than 4096'],
  ])('refuses %j', (path, problem) => {
    expect(checkStorePath(path)).toContain(problem);
  });

  it('lets nothing pass that leaves its folder', () => {
    const segment = fc.oneof(
      fc.constantFrom('..', '.', '', '.git', '.GIT', 'a', 'b', '/', '\\', '\0'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const leaks = (path: string) =>
      checkStorePath(path) === undefined &&
      (posix.resolve('/root', path) !== `/root/${path}` ||
        `/${path}/`.toLowerCase().includes('/.git/') ||
        path.includes('\0'));
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 8 }), segments => {
        expect(leaks(segments.join('/'))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
