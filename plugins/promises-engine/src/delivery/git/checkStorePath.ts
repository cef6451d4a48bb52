/** Characters that HFS+ drops when it compares names, so that `.g<ZWNJ>it` would be `.git` there. */
const IGNORED_BY_HFS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
const CONTROL_CHARACTER = /\p{Cc}/u;
const LONE_SURROGATE = /\p{Cs}/u;
const SEGMENT_BYTES = 255;
const PATH_BYTES = 4096;

/**
 * Says what is wrong with a path inside a state store, or undefined where nothing is. Paths are relative, in slashes,
 * and mean the same on every file system that a clone may land on.
 */
export function checkStorePath(path: string): string | undefined {
  if (path === '') {
    return 'is empty';
  }
  if (LONE_SURROGATE.test(path)) {
    return 'is not valid Unicode';
  }
  if (CONTROL_CHARACTER.test(path)) {
    return 'contains a control character';
  }
  if (path.includes('\\')) {
    return 'contains a backslash; separate folders with /';
  }
  if (path.startsWith('/')) {
    return 'is absolute; give it relative to the root of the state store';
  }
  if (Buffer.byteLength(path) > PATH_BYTES) {
    return `is longer than ${PATH_BYTES} bytes`;
  }
  for (const segment of path.split('/')) {
    const problem = checkSegment(segment);
    if (problem) {
      return problem;
    }
  }
  return undefined;
}

function checkSegment(segment: string): string | undefined {
  if (segment === '') {
    return 'contains an empty folder name';
  }
  if (segment === '.' || segment === '..') {
    return `contains the folder ${segment}; it must not leave its place`;
  }
  if (Buffer.byteLength(segment) > SEGMENT_BYTES) {
    return `contains a name longer than ${SEGMENT_BYTES} bytes`;
  }
  if (isGitDirectory(segment)) {
    return `contains ${JSON.stringify(segment)}, which belongs to Git itself`;
  }
  return undefined;
}

/** As Git judges it: also by the rules of NTFS (trailing dots and spaces, short names, streams) and HFS+. */
function isGitDirectory(segment: string): boolean {
  const plain = segment.replace(IGNORED_BY_HFS, '').toLowerCase();
  const name = plain.split(':')[0].replace(/[. ]+$/, '');
  return name === '.git' || name === 'git~1';
}
