import type { Knex } from 'knex';
import { sha256Hex } from '../../../hash/sha256Hex';
import type { Workload } from '../../../workflow/types';
import type { WorkloadRow } from '../../rows/rows';

/**
 * Stores bytes by their address. What is there already is touched, which keeps a release of the same bytes in another
 * transaction waiting until this one has referred to them.
 */
export async function storeWorkloads(
  transaction: Knex.Transaction,
  files: ReadonlyMap<string, Uint8Array>,
  at: string,
): Promise<Workload[]> {
  const workloads: Workload[] = [];
  const bytes = new Map<string, Uint8Array>();
  for (const [filepath, content] of files) {
    const sha256 = sha256Hex(content);
    workloads.push({ filepath, sha256 });
    bytes.set(sha256, content);
  }
  for (const [sha256, content] of [...bytes].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    await transaction<WorkloadRow>('workloads')
      .insert({
        sha256,
        content: Buffer.from(content),
        bytes: content.byteLength,
        created_at: at,
      })
      .onConflict('sha256')
      .merge(['created_at']);
  }
  return workloads;
}
