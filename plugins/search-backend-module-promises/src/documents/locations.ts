/** Pages beside the pages of Promises; the app marks a Promise of such a name with `~`. */
const RESERVED = new Set(['requests', 'destinations', 'doctor']);

/** Path of a Promise's page in the app. */
export function promiseLocation(
  name: string,
  options: { readonly pagePath: string },
): string {
  const segment = RESERVED.has(name) ? `~${name}` : name;
  return `${withoutSlash(options.pagePath)}/${encodeURIComponent(segment)}`;
}

/** Path of a request's page in the app. */
export function requestLocation(
  uid: string,
  options: { readonly pagePath: string },
): string {
  return `${withoutSlash(options.pagePath)}/requests/${uid}`;
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, '');
}
