/**
 * Has answers parsed in the test's own realm, as they are outside of jest: the scaffolder's templates take only objects
 * whose prototype is theirs.
 */
export function readJsonHere(): void {
  jest
    .spyOn(Response.prototype, 'json')
    .mockImplementation(async function json(this: Response) {
      return JSON.parse(await this.text());
    });
}
