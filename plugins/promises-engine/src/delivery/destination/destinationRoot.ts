/**
 * Folder of a Destination from the root of the state store: `spec.path` of the store and of the Destination, joined as
 * Kratix joins them. Empty where both are.
 */
export function destinationRoot(options: {
  readonly storePath: string;
  readonly destinationPath: string;
}): string {
  return [options.storePath, options.destinationPath]
    .flatMap(path => path.split('/'))
    .filter(segment => segment !== '' && segment !== '.')
    .join('/');
}
