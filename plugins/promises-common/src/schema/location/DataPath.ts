/** Keys and indexes from the root of an object down to a value; empty is the root. @public */
export type DataPath = ReadonlyArray<string | number>;
