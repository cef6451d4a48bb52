/** New names of the entries of a list or map: the entry as it is written in a path; undefined where it is gone. */
export type EntryNames = (entry: string) => string | undefined;

/**
 * Where something that belongs to a path is after the entries of a list or map got other places; undefined where it
 * went with its entry. Whatever is not inside the list or map stays.
 */
export function remapPath(
  path: string,
  container: string,
  entries: readonly string[],
  rename: EntryNames,
): string | undefined {
  if (!path.startsWith(container)) {
    return path;
  }
  const rest = path.slice(container.length);
  const entry = entries
    .filter(
      name =>
        rest.startsWith(name) &&
        ['', '.', '[', '#'].includes(rest.charAt(name.length)),
    )
    .sort((one, other) => other.length - one.length)[0];
  if (entry === undefined) {
    return path;
  }
  const renamed = rename(entry);
  return renamed === undefined
    ? undefined
    : container + renamed + rest.slice(entry.length);
}
