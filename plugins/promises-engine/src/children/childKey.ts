/** Names a request of any Promise: the API's group and kind, namespace and name. */
export function childKey(document: {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}): string {
  const { group, kind, namespace, name } = document;
  return JSON.stringify([group, kind, namespace, name]);
}
