import { Fault } from '../evaluation/Fault';
import { CidrRange } from './CidrRange';
import { declareFunctions } from './declareFunctions';
import { IpAddress } from './IpAddress';

function readIp(text: string): IpAddress {
  const ip = IpAddress.parse(text);
  if (ip) return ip;
  throw new Fault(`${JSON.stringify(text)} is no IP address`);
}

function readCidr(text: string): CidrRange {
  const cidr = CidrRange.parse(text);
  if (cidr) return cidr;
  throw new Fault(
    `${JSON.stringify(
      text,
    )} is no range of addresses; write for example 10.0.0.0/8`,
  );
}

/** Whether an address is in one of two ranges, by its family. */
const inRange =
  (four: string, six: string) =>
  ([ip]: readonly [IpAddress]) =>
    readCidr(ip.family === 4 ? four : six).contains(ip);

const isLoopback = inRange('127.0.0.0/8', '::1/128');
const isLinkLocalUnicast = inRange('169.254.0.0/16', 'fe80::/10');
const isUnspecified = inRange('0.0.0.0/32', '::/128');
const isMulticast = inRange('224.0.0.0/4', 'ff00::/8');
const isBroadcast = inRange('255.255.255.255/32', '::/128');

/** IP addresses and ranges of them. */
export const addressFunctions = declareFunctions({
  'isIP(string): bool': ([text]) => IpAddress.parse(text) !== undefined,
  'ip(string): IP': ([text]) => readIp(text),
  'ip.isCanonical(string): bool': ([text]) => String(readIp(text)) === text,
  'IP.family(): int': ([ip]) => BigInt(ip.family),
  'IP.isUnspecified(): bool': isUnspecified,
  'IP.isLoopback(): bool': isLoopback,
  'IP.isLinkLocalMulticast(): bool': inRange('224.0.0.0/24', 'ff02::/16'),
  'IP.isLinkLocalUnicast(): bool': isLinkLocalUnicast,
  'IP.isGlobalUnicast(): bool': inputs =>
    ![
      isUnspecified,
      isLoopback,
      isMulticast,
      isLinkLocalUnicast,
      isBroadcast,
    ].some(excluded => excluded(inputs)),
  'isCIDR(string): bool': ([text]) => CidrRange.parse(text) !== undefined,
  'cidr(string): CIDR': ([text]) => readCidr(text),
  'CIDR.containsIP(IP): bool': ([cidr, ip]) => cidr.contains(ip),
  'CIDR.containsIP(string): bool': ([cidr, text]) =>
    cidr.contains(readIp(text)),
  'CIDR.containsCIDR(CIDR): bool': ([cidr, other]) => cidr.containsRange(other),
  'CIDR.containsCIDR(string): bool': ([cidr, text]) =>
    cidr.containsRange(readCidr(text)),
  'CIDR.ip(): IP': ([cidr]) => cidr.ip,
  'CIDR.masked(): CIDR': ([cidr]) => cidr.masked,
  'CIDR.prefixLength(): int': ([cidr]) => BigInt(cidr.prefixLength),
});
