import { md5Hex } from '../hash/md5Hex';

/** Kratix's hash of a resource workflow: a change of either spec runs it again. */
export function hashWorkflow(
  promiseSpecHash: string,
  resourceSpecHash: string,
): string {
  return md5Hex(`${promiseSpecHash}-${resourceSpecHash}`);
}
