/** A location of the catalog that could not be read when it was last tried. */
export interface LocationFault {
  /** What it points at, `type:target` each. */
  readonly targets: readonly string[];
  readonly message: string;
}
