const FORBIDDEN = /[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.\/|\.lock(\/|$)/u;

/** Says what is wrong with the name of a branch, or undefined where nothing is (git check-ref-format, and no leading dash). */
export function checkBranchName(branch: string): string | undefined {
  const valid =
    branch !== '' &&
    branch !== '@' &&
    !FORBIDDEN.test(branch) &&
    !/^[-/.]|[/.]$/.test(branch);
  return valid
    ? undefined
    : `${JSON.stringify(
        branch,
      )} is not a name of a branch; see git check-ref-format`;
}
