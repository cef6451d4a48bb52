const LONGEST = 500;

/** The lines of git's complaint that say why, in one line, without credentials that a URL may carry. */
export function explainStderr(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map(line => line.replace(/^(remote: )?(fatal|error): /, '$1').trim())
    .filter(line => line !== '' && !line.startsWith('hint:'));
  const text = [...new Set(lines)]
    .join('; ')
    .replace(/(\w+:\/\/)[^/@\s]+@/g, '$1');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
