/**
 * A JSON path as Kubernetes writes it: `spec.workflows.resource.configure[0].metadata.labels[a/b]`.
 */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') {
      return `${text}[${part}]`;
    }
    const key = String(part);
    if (!/^[A-Za-z_][\w-]*$/.test(key)) {
      return `${text}[${key}]`;
    }
    return text ? `${text}.${key}` : key;
  }, '');
}
