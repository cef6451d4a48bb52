import { Fault } from './Fault';

const LIMIT = 2n ** 63n;

/** An integer that fits 64 bits, or a fault. */
export function checkInt(value: bigint): bigint {
  if (value >= -LIMIT && value < LIMIT) return value;
  throw new Fault('integer overflow');
}
