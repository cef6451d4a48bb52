const ALTERNATIVES = /^\^\(?(?:\?:)?([^()]*)\)?\$$/;
const PLAIN = /^(?:[A-Za-z0-9_ :/@,-]|\\[.\-/])+$/;

/** The texts that a pattern allows when it is an enum in disguise: `^(small|large)$`; undefined for any other. */
export function readPatternChoices(
  pattern: string,
): readonly string[] | undefined {
  const match = ALTERNATIVES.exec(pattern);
  if (!match) return undefined;
  const grouped = /^\^\(.*\)\$$/.test(pattern);
  const choices = match[1].split('|');
  // Without the group, `^a|b$` is "begins with a or ends with b".
  if (!grouped && choices.length > 1) return undefined;
  if (choices.length < 2 || !choices.every(choice => PLAIN.test(choice)))
    return undefined;
  return [...new Set(choices.map(choice => choice.replaceAll('\\', '')))];
}
