import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import type { JsonObject } from '../types';
import { canonicalJson } from './canonicalJson';

/**
 * Address of a whole document (metadata and spec): sha256 in hex over its canonical JSON.
 *
 * @public
 */
export function hashDefinition(document: JsonObject): string {
  return bytesToHex(sha256(new TextEncoder().encode(canonicalJson(document))));
}
