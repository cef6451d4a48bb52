import { compareTrees, type FileTree } from '../../golden-path/GitRemote.ts';
import type { ExpectedTree } from '../oracle/expectedTree.ts';

/** What is wrong with a clone, a line each. */
export interface TreeVerdict {
  /** Missing, or other bytes. */
  readonly wrongBytes: readonly string[];
  /** Bytes of an earlier generation. */
  readonly superseded: readonly string[];
  /** Files that nobody asked for. */
  readonly orphans: readonly string[];
}

/** Compares a fresh clone with what has to be there. */
export function judgeTree(
  actual: FileTree,
  { files, superseded }: ExpectedTree,
): TreeVerdict {
  const differences = compareTrees(actual, files);
  const isSuperseded = (line: string) => {
    const path = line.replace(/^different: /, '');
    const content = actual.get(path)?.toString('utf8') ?? '';
    return line !== path && Boolean(superseded.get(path)?.includes(content));
  };
  const isOrphan = (line: string) => line.startsWith('unexpected: ');
  return {
    orphans: differences.filter(isOrphan),
    superseded: differences.filter(isSuperseded),
    wrongBytes: differences.filter(line => !isOrphan(line)),
  };
}
