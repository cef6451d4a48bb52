/** Text that is not a value yet, such as `-` in a number or broken YAML; the form cannot be sent while it stands. */
export interface Draft {
  readonly text: string;
  readonly message: string;
}
