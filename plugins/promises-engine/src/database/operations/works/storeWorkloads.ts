import type { Knex } from 'knex';
import { sha256Hex } from '../../../hash/sha256Hex';
import type { Workload } from '../../../workflow/types';
import type { WorkloadRow } from '../../rows/rows';

/** Of one statement, at most. */
const STATEMENT_ROWS = 100;
const STATEMENT_BYTES = 1024 * 1024;

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
  const rows = [...bytes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sha256, content]) => ({
      sha256,
      content: Buffer.from(content),
      bytes: content.byteLength,
      created_at: at,
    }));
  for (const chunk of chunks(rows)) {
    await transaction<WorkloadRow>('workloads')
      .insert(chunk)
      .onConflict('sha256')
      .merge(['created_at']);
  }
  return workloads;
}

/** Rows for one statement each, in their order, which is the same in every transaction. */
function chunks(rows: readonly WorkloadRow[]): WorkloadRow[][] {
  const all: WorkloadRow[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const last = all.at(-1);
    bytes += row.bytes;
    if (last && last.length < STATEMENT_ROWS && bytes <= STATEMENT_BYTES) {
      last.push(row);
    } else {
      all.push([row]);
      bytes = row.bytes;
    }
  }
  return all;
}
