import { createHash } from 'node:crypto';

/** Address of a workload's bytes. */
export function sha256Hex(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
