import type { DataPath } from '@promissory/plugin-promises-common';

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: DataPath): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}
