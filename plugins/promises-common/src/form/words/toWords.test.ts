import { toSingular } from './toSingular';
import { toWords } from './toWords';

describe('toWords', () => {
  it.each([
    ['podSecurityLevel', 'Pod security level'],
    ['dnsName', 'DNS name'],
    ['storageGB', 'Storage GB'],
    ['storageGiB', 'Storage GiB'],
    ['storageGiBMax', 'Storage GiB max'],
    ['memoryMi', 'Memory Mi'],
    ['clockGHz', 'Clock GHz'],
    ['URLPath', 'URL path'],
    ['enable-tls', 'Enable TLS'],
    ['max_connections', 'Max connections'],
    ['ipv4Address', 'IPv4 address'],
    ['vpcIDs', 'VPC IDs'],
    ['s3', 'S3'],
    ['size', 'Size'],
    ['2xl', '2 xl'],
    ['größe', 'Größe'],
    ['', ''],
  ])('%s is %s', (name, words) => {
    expect(toWords(name)).toBe(words);
  });

  it.each([
    ['Hosts', 'Host'],
    ['Entries', 'Entry'],
    ['IP addresses', 'IP address'],
    ['Access', 'Access'],
    ['Status', 'Status'],
    ['Storage', 'Storage'],
  ])('one of %s is %s', (title, singular) => {
    expect(toSingular(title)).toBe(singular);
  });
});
