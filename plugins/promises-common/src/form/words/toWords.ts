const ACRONYMS = new Set(
  'api arn aws ca cidr cpu crd cron dns gcp gpu grpc http https iam id ids io ip ips json jwt kms mtls nfs oci oidc os pdb pv pvc qos ram rbac rds s3 sa sftp sla sql ssd ssh ssl sso tcp tls ttl udp uid ui uri url urls uuid vm vpc vpn xml yaml'.split(
    ' ',
  ),
);
const SPECIAL: Readonly<Record<string, string>> = {
  ipv4: 'IPv4',
  ipv6: 'IPv6',
  mysql: 'MySQL',
  postgresql: 'PostgreSQL',
  github: 'GitHub',
  gitlab: 'GitLab',
  kubernetes: 'Kubernetes',
  ids: 'IDs',
  ips: 'IPs',
  urls: 'URLs',
};
/** Units that have small letters in them: storageGiB, memoryMi, clockGHz. */
const UNIT = /^(?:[KMGTPE]iB?|[MG](?:Hz|bit|bps))$/;
const WORD =
  /(?<!\p{Lu})(?:[KMGTPE]iB?|[MG](?:Hz|bit|bps))(?!\p{Ll})|\p{Lu}{2,}s(?!\p{Ll})|\p{Lu}+(?!\p{Ll})[0-9]*|\p{Lu}?\p{Ll}+[0-9]*|[0-9]+/gu;

function printWord(word: string, index: number): string {
  if (UNIT.test(word)) return word;
  const lower = word.toLowerCase();
  if (Object.hasOwn(SPECIAL, lower)) return SPECIAL[lower];
  if (ACRONYMS.has(lower)) return word.toUpperCase();
  // Capitals within a name are an acronym or a unit: storageGB.
  if (word.length > 1 && word === word.toUpperCase()) return word;
  return index === 0 ? lower[0].toUpperCase() + lower.slice(1) : lower;
}

/** The name of a property in words: `podSecurityLevel` is "Pod security level", `dnsName` is "DNS name". */
export function toWords(name: string): string {
  const words = name.match(WORD);
  return words ? words.map(printWord).join(' ') : name;
}
