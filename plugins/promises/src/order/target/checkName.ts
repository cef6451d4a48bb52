const MOST = 63;

/** Why a name cannot be one of a request (an RFC 1123 subdomain of at most 63 characters), undefined where it can. */
export function checkName(name: string): string | undefined {
  if (name === '') {
    return 'A name is needed.';
  }
  if (name.length > MOST) {
    return `At most ${MOST} characters; it has ${name.length}.`;
  }
  if (/[^a-z0-9.-]/.test(name)) {
    return 'Only small letters, digits, hyphens and dots.';
  }
  return name
    .split('.')
    .every(part => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(part))
    ? undefined
    : 'It has to begin and end with a letter or digit, on both sides of a dot too.';
}
