/** The end of a command: what does not hold to stderr, the verdict last to stdout, and the exit status that follows. */
export function tellVerdict(
  verdict: { readonly ok: boolean; readonly problems: readonly string[] },
  options: { readonly json: boolean },
): void {
  for (const problem of verdict.problems) console.error(problem);
  console.log(options.json ? JSON.stringify(verdict) : verdict);
  process.exitCode = verdict.ok ? 0 : 1;
}
