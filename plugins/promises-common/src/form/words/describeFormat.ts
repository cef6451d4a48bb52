import type { StructuralSchema } from '../../schema';
import { enforcedFormat } from '../../schema/formats/enforcedFormat';

const WORDS: Readonly<Record<string, string>> = {
  byte: 'base64',
  cidr: 'a range of addresses, for example 10.0.0.0/8',
  date: 'a date, for example 2026-01-31',
  datetime: 'a moment, for example 2026-01-31T12:00:00Z',
  duration: 'a duration, for example 1h30m',
  email: 'a mail address',
  hexcolor: 'a color, for example #1f5493',
  hostname: 'a host name',
  ipv4: 'an IPv4 address',
  ipv6: 'an IPv6 address',
  k8slongname: 'lower case letters, digits, dashes and dots',
  k8sshortname: 'lower case letters, digits and dashes',
  mac: 'a hardware address, for example 00:00:5e:00:53:01',
  uri: 'a URI, for example https://example.com/path',
  uuid: 'a UUID',
};

/** An enforced format in words; undefined where there is none to tell. */
export function describeFormat(schema: StructuralSchema): string | undefined {
  const format = enforcedFormat(schema);
  if (!format || format === 'password') return undefined;
  return WORDS[format] ?? `in the format ${schema.format}`;
}
