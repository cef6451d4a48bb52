import type { z } from 'zod/v4';

/** An issue of zod in the words of Kubernetes: `must be a string, not a number`. For zod's `error` option. */
export function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `Required: must be ${article(issue.expected)}`
        : `Invalid type: must be ${article(issue.expected)}, not ${article(
            typeOf(issue.input),
          )}`;
    case 'invalid_value': {
      const values = issue.values.map(value => JSON.stringify(value));
      return issue.input === undefined
        ? `Required: one of ${values.join(', ')}`
        : `Unsupported value: ${JSON.stringify(
            issue.input,
          )}: supported values: ${values.join(', ')}`;
    }
    default:
      return undefined;
  }
}

function typeOf(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  return Array.isArray(value) ? 'array' : typeof value;
}

function article(type: string): string {
  const name =
    { array: 'list', record: 'object', int: 'integer' }[type] ?? type;
  if (name === 'null') {
    return name;
  }
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}
