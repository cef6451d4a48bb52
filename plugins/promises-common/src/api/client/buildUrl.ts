type QueryValue = string | number | boolean | readonly string[] | undefined;

/** A path of the API with its segments encoded. */
export function apiPath(...segments: readonly string[]): string {
  return `/v1/${segments.map(encodeURIComponent).join('/')}`;
}

/** A query string with its question mark; empty where nothing is set. Lists repeat their name. */
export function queryString(query: Readonly<Record<string, QueryValue>>) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    const values = Array.isArray(value) ? value : [value];
    for (const each of values) parameters.append(name, String(each));
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}
