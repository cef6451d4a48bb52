/** The same value with every secret in its texts replaced. */
export function withoutSecrets<T>(value: T, secrets: readonly string[]): T {
  const replaced: unknown = replace(value, secrets);
  return replaced as T;
}

function replace(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') {
    return secrets.reduce(
      (text, secret) => text.replaceAll(secret, '***'),
      value,
    );
  }
  if (Array.isArray(value)) {
    return value.map(each => replace(each, secrets));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, replace(each, secrets)]),
  );
}
