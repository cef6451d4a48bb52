import { md5 } from '@noble/hashes/legacy';
import { bytesToHex } from '@noble/hashes/utils';

/**
 * Kratix's hash of a resource workflow: md5 in hex over the hash of the Promise's spec and that of the request's. A new
 * hash is what makes the pipelines of a request run again.
 *
 * @public
 */
export function hashResourceWorkflow(options: {
  /** From `hashPromiseSpec`. */
  readonly promiseHash: string;
  /** From `hashSpec`. */
  readonly resourceHash: string;
  readonly dryRun?: boolean;
}): string {
  const { promiseHash, resourceHash, dryRun } = options;
  const text = `${promiseHash}-${resourceHash}${dryRun ? '-dry-run' : ''}`;
  return bytesToHex(md5(new TextEncoder().encode(text)));
}
