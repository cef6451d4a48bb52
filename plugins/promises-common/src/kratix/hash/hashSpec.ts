import { md5 } from '@noble/hashes/legacy';
import { bytesToHex } from '@noble/hashes/utils';
import type { JsonObject } from '../types';
import { canonicalJson } from './canonicalJson';

/**
 * Kratix's hash of the `spec` of an object: md5 in hex over its canonical JSON. Names changes; protects nothing.
 *
 * @public
 */
export function hashSpec(spec: JsonObject): string {
  return bytesToHex(md5(new TextEncoder().encode(canonicalJson(spec))));
}
