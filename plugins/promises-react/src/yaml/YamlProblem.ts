/** A problem at a place in a YAML text. @public */
export interface YamlProblem {
  /** First character, from 0. */
  readonly from: number;
  /** The character after the last. */
  readonly to: number;
  readonly message: string;
}
