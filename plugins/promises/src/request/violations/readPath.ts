/** The value at a path as Kubernetes writes it, for example `spec.hosts[0].name`; keys may hold dots. */
export function readPath(value: unknown, path: string): unknown {
  if (path === '') {
    return value;
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const index = /^\[(\d+)\]/.exec(path);
  if (index && Array.isArray(value)) {
    return readPath(value[Number(index[1])], path.slice(index[0].length));
  }
  const name = path.replace(/^\./, '');
  const [found] = Object.entries(value)
    .filter(
      ([key]) =>
        name.startsWith(key) &&
        ['', '.', '['].includes(name.charAt(key.length)),
    )
    .sort(([one], [other]) => other.length - one.length);
  return found && readPath(found[1], name.slice(found[0].length));
}
