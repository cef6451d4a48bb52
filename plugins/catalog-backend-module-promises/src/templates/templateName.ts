import { createHash } from 'node:crypto';

const LONGEST = 63;

/** Name of the Template of a Promise, for ever: the catalog takes 63 characters, Kubernetes more. */
export function templateName(promiseName: string): string {
  const name = `promise-${promiseName}`;
  if (name.length <= LONGEST) return name;
  const hash = createHash('sha256').update(promiseName).digest('hex');
  return `${name.slice(0, LONGEST - 9)}-${hash.slice(0, 8)}`;
}
