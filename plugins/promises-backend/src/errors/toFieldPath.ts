/**
 * The validator's path in the form of a FieldError: `/body/metadata/labels` is `metadata.labels`, what is not the body
 * keeps its place, as in `query.limit`.
 */
export function toFieldPath(path: string): string {
  const segments = path.split('/').filter(segment => segment !== '');
  const [place, ...rest] = segments;
  const named = place === 'body' ? rest : segments;
  const text = named.reduce(
    (joined, segment) =>
      /^\d+$/.test(segment)
        ? `${joined}[${segment}]`
        : `${joined}${joined ? '.' : ''}${segment}`,
    '',
  );
  return text || (place ?? '');
}
