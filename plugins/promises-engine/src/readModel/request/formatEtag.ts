/** The etag of a request, with quotes as in a header; `If-Match` holds the same. */
export function formatEtag(rowVersion: number): string {
  return `"${rowVersion}"`;
}
