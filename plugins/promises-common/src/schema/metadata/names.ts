const LABEL = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`);
const NAME_PART = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const LABEL_VALUE = /^(?:(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const LONGEST_SUBDOMAIN = 253;
const LONGEST_PART = 63;

/** What is wrong with the name of a resource; undefined where nothing is. */
export function problemOfName(name: string): string | undefined {
  if (name.length > LONGEST_SUBDOMAIN)
    return `must have at most ${LONGEST_SUBDOMAIN} characters`;
  return SUBDOMAIN.test(name)
    ? undefined
    : 'must consist of lower case letters, digits, - and ., and start and end with a letter or digit';
}

/** What is wrong with the key of a label or an annotation; undefined where nothing is. */
export function problemOfKey(key: string): string | undefined {
  const parts = key.split('/');
  if (parts.length > 2) return 'must have at most one /';
  const name = parts[parts.length - 1];
  if (parts.length === 2) {
    if (parts[0] === '') return 'must have a prefix before the /';
    const problem = problemOfName(parts[0]);
    if (problem) return `the prefix ${problem}`;
  }
  if (name === '') return 'must have a name';
  if (name.length > LONGEST_PART)
    return `the name must have at most ${LONGEST_PART} characters`;
  return NAME_PART.test(name)
    ? undefined
    : 'must consist of letters, digits, -, _ and ., and start and end with a letter or digit';
}

/** What is wrong with the value of a label; undefined where nothing is. */
export function problemOfLabelValue(value: string): string | undefined {
  if (value.length > LONGEST_PART)
    return `must have at most ${LONGEST_PART} characters`;
  return LABEL_VALUE.test(value)
    ? undefined
    : 'must be empty or consist of letters, digits, -, _ and ., and start and end with a letter or digit';
}
