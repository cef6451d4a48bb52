import { useRef } from 'react';

/** A row of a map: its key in the value, and an id that stays when the key changes. */
export interface MapRow {
  readonly id: number;
  readonly key: string;
}

/**
 * Order of the rows of a map. Renaming a key leaves its row where it is, although JavaScript puts keys that look like
 * numbers first: otherwise the row would jump away under the person's hands.
 */
export function useRowOrder(keys: readonly string[]) {
  const rows = useRef<readonly MapRow[]>([]);
  const serial = useRef(0);
  const known = rows.current.filter(({ key }) => keys.includes(key));
  const added = keys
    .filter(key => !known.some(row => row.key === key))
    .map(key => ({ id: serial.current++, key }));
  rows.current = [...known, ...added];
  return {
    rows: rows.current,
    /** To be told before the store is: the row keeps its place under the new key. */
    rename(from: string, to: string) {
      rows.current = rows.current.map(row =>
        row.key === from ? { ...row, key: to } : row,
      );
    },
  };
}
