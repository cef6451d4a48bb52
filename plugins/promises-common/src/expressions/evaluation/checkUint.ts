import { Fault } from './Fault';

const LIMIT = 2n ** 64n;

/** An unsigned integer that fits 64 bits, or a fault. */
export function checkUint(value: bigint): bigint {
  if (value >= 0n && value < LIMIT) return value;
  throw new Fault('unsigned integer overflow');
}
