import { sha256Hex } from '../hash/sha256Hex';
import type { Workload } from '../workflow/types';

/** Address of a set of files: their paths and contents, whatever their order. */
export function hashDesired(workloads: readonly Workload[]): string {
  const lines = workloads.map(
    ({ filepath, sha256 }) => `${sha256} ${JSON.stringify(filepath)}`,
  );
  return sha256Hex(lines.sort().join('\n'));
}
