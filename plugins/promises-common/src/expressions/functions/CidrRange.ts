import type { OpaqueValue } from '../values/OpaqueValue';
import { IpAddress } from './IpAddress';

/** A range of addresses: an address and the length of its prefix. */
export class CidrRange implements OpaqueValue {
  static parse(text: string): CidrRange | undefined {
    const [, address, length] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
    const ip = address === undefined ? undefined : IpAddress.parse(address);
    if (!ip || Number(length) > ip.width) return undefined;
    return new CidrRange(ip, Number(length));
  }

  readonly typeName = 'net.CIDR';
  readonly ip: IpAddress;
  readonly prefixLength: number;

  constructor(ip: IpAddress, prefixLength: number) {
    this.ip = ip;
    this.prefixLength = prefixLength;
  }

  /** The range with the bits after the prefix set to zero. */
  get masked(): CidrRange {
    const rest = BigInt(this.ip.width - this.prefixLength);
    const bits = (this.ip.bits >> rest) << rest;
    return new CidrRange(
      new IpAddress(this.ip.family, bits),
      this.prefixLength,
    );
  }

  contains(ip: IpAddress): boolean {
    return (
      ip.family === this.ip.family && ip.within(this.ip.bits, this.prefixLength)
    );
  }

  containsRange(other: CidrRange): boolean {
    return other.prefixLength >= this.prefixLength && this.contains(other.ip);
  }

  equals(other: OpaqueValue): boolean {
    return (
      other instanceof CidrRange &&
      other.prefixLength === this.prefixLength &&
      other.ip.equals(this.ip)
    );
  }

  toString(): string {
    return `${this.ip}/${this.prefixLength}`;
  }
}
