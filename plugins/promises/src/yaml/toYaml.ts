import { stringify } from 'yaml';

/** An object as YAML that reads the same each time: no line folding, no anchors. */
export function toYaml(
  value: unknown,
  options: { readonly sorted?: boolean } = {},
): string {
  return stringify(value ?? {}, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
    sortMapEntries: options.sorted ?? false,
  });
}
