/**
 * Where a value is, from the leaf up; undefined is the root. A linked list, because it is made for every value that is
 * visited and read only where something is wrong.
 */
export interface Location {
  readonly parent: Location | undefined;
  readonly key: string | number;
  /** A key of a map rather than a property: rules and list checks write it in brackets. */
  readonly mapKey?: boolean;
}
