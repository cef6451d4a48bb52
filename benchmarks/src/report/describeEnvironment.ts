import { availableParallelism, cpus, totalmem, type } from 'node:os';

/** Where a figure was measured. */
export function describeEnvironment() {
  return {
    system: type(),
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    node: process.versions.node,
  };
}
