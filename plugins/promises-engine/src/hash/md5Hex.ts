import { createHash } from 'node:crypto';

/** Kratix names and compares things by md5; it protects nothing. */
export function md5Hex(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
