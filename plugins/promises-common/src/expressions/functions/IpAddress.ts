import { parseIpv4 } from '../../schema/addresses/parseIpv4';
import { parseIpv6 } from '../../schema/addresses/parseIpv6';
import type { OpaqueValue } from '../values/OpaqueValue';
import { printIpv6 } from './printIpv6';

/** An address, IPv4 or IPv6. IPv4 addresses in IPv6 clothes and zones are not taken, as in Kubernetes' rules. */
export class IpAddress implements OpaqueValue {
  static parse(text: string): IpAddress | undefined {
    const four = parseIpv4(text);
    if (four) return new IpAddress(4, toBits(four, 8n));
    const six = parseIpv6(text);
    if (!six) return undefined;
    const mapped =
      six.slice(0, 5).every(group => group === 0) && six[5] === 0xffff;
    return mapped ? undefined : new IpAddress(6, toBits(six, 16n));
  }

  readonly typeName = 'net.IP';
  readonly family: 4 | 6;
  readonly bits: bigint;

  constructor(family: 4 | 6, bits: bigint) {
    this.family = family;
    this.bits = bits;
  }

  /** The number of bits of the family. */
  get width(): number {
    return this.family === 4 ? 32 : 128;
  }

  /** Whether the address begins with the bits of a prefix. */
  within(prefix: bigint, length: number): boolean {
    const rest = BigInt(this.width - length);
    return this.bits >> rest === prefix >> rest;
  }

  equals(other: OpaqueValue): boolean {
    return (
      other instanceof IpAddress &&
      other.family === this.family &&
      other.bits === this.bits
    );
  }

  toString(): string {
    if (this.family === 6) return printIpv6(this.bits);
    return [24n, 16n, 8n, 0n]
      .map(shift => (this.bits >> shift) & 255n)
      .join('.');
  }
}

function toBits(groups: readonly number[], size: bigint): bigint {
  return groups.reduce((bits, group) => bits * 2n ** size + BigInt(group), 0n);
}
