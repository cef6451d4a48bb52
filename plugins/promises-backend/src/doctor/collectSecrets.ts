import type { Config } from '@backstage/config';

const SECRET_KEY = /(password|passwd|secret|token|private_?key|api_?key)$/i;
const PUBLIC_KEY = /^(user|username|login)$/i;
/** Shorter ones would blacken words that have nothing to do with them. */
const SHORTEST = 6;

/** Values of the configuration that nobody must read in a report. */
export function collectSecrets(config: Config): string[] {
  const found = new Set<string>();
  collect(config.getOptional(), false, found);
  return [...found].sort((a, b) => b.length - a.length);
}

function collect(value: unknown, isSecret: boolean, found: Set<string>): void {
  if (typeof value === 'string') {
    if (isSecret && value.length >= SHORTEST) found.add(value);
    const password = /^[a-z][\w+.-]*:\/\/[^/@\s]*:([^/@\s]+)@/i.exec(
      value,
    )?.[1];
    if (password && password.length >= SHORTEST) found.add(password);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const inherits = isSecret && !PUBLIC_KEY.test(key);
    collect(
      child,
      inherits || SECRET_KEY.test(key) || isSecretValues(key, value),
      found,
    );
  }
}

/** `values` of `promises.secrets`, where keys have any name. */
function isSecretValues(key: string, parent: object): boolean {
  return key === 'values' && 'hosts' in parent;
}
