/** What is wrong with a function's input, and where. Its message is meant for the author of the Promise. @public */
export class FunctionError extends Error {
  override readonly name = 'FunctionError';

  /**
   * @param path - where, for example `OPTIONS.files[0].path`; empty for the input as a whole
   * @param problem - what is wrong and what to do
   */
  constructor(readonly path: string, problem: string) {
    super(path ? `${path}: ${problem}` : problem);
  }
}
