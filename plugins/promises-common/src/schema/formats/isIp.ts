import { parseIpv4 } from '../addresses/parseIpv4';
import { parseIpv6 } from '../addresses/parseIpv6';

/** Format `ipv4`: also with leading zeros, and an IPv6 address with a dotted tail. */
export function isIpv4(text: string): boolean {
  if (!text.includes('.')) return false;
  return (text.includes(':') ? parseIpv6 : parseIpv4)(text, true) !== undefined;
}

/** Format `ipv6`. */
export function isIpv6(text: string): boolean {
  return text.includes(':') && parseIpv6(text) !== undefined;
}

/** Format `cidr`: an address and the length of its prefix; bits of the host are allowed. */
export function isCidr(text: string): boolean {
  const slash = text.indexOf('/');
  if (slash < 0) return false;
  const address = text.slice(0, slash);
  const length = text.slice(slash + 1);
  const six = address.includes(':');
  const parsed = (six ? parseIpv6 : parseIpv4)(address, true);
  if (!parsed || !/^[0-9]+$/.test(length)) return false;
  return Number(length) <= (six ? 128 : 32);
}
