/**
 * A failure while an expression runs. It is a value of its own in CEL: `||`, `&&`, `all` and `exists` absorb it where
 * the other side decides. `range` is set where it leaves the node at which it happened.
 */
export class Fault extends Error {
  range: { readonly start: number; readonly end: number } | undefined;
  /** True when the budget is spent: nothing absorbs that. */
  readonly final: boolean;

  constructor(message: string, final = false) {
    super(message);
    this.name = 'Fault';
    this.final = final;
  }
}
