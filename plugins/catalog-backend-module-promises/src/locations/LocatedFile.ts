/** A file of a location. */
export interface LocatedFile {
  /** `file:<absolute path>` or `url:<address>` */
  readonly ref: string;
  readonly text: string;
}

/** The files of a location as they are now. */
export interface FilesOfLocation {
  readonly files: readonly LocatedFile[];
  /** Files that are there and cannot be read, with why. */
  readonly unreadable: ReadonlyMap<string, string>;
}

/** Reads the files of one location; undefined where nothing changed. Rejects where nobody can tell which there are. */
export interface LocationReader {
  read(): Promise<FilesOfLocation | undefined>;
}
