/** What RE2 and JavaScript read alike: plain characters, simple classes, groups, quantifiers, anchors of the text. */
const SAME =
  /^(?:[\w \-/:,@#%&=~!"'<>;^$|]|\\[./()[\]{}*+?|^$d]|\[\^?(?:[\w \-/:,@#%&=~!"'<>;.+*()?]|\\[.\-/\]])+\]|\((?:\?:)?|\)|[*+?]|\{\d+(?:,\d*)?\})*$/;

/** A repeated group that repeats something itself: cheap in RE2, without bound in JavaScript. */
const NESTED_REPETITION = /[*+}]\??\)+(?:[*+]|\{\d)|[*+}][^()]*\)(?:[*+]|\{\d)/;

const LONGEST = 200;

/** The pattern where JavaScript judges by it as RE2 does, and as surely in time; undefined where it may not. @public */
export function portablePattern(pattern: string): string | undefined {
  if (
    pattern.length > LONGEST ||
    !SAME.test(pattern) ||
    NESTED_REPETITION.test(pattern)
  ) {
    return undefined;
  }
  try {
    return new RegExp(pattern, 'u') && pattern;
  } catch {
    return undefined;
  }
}
