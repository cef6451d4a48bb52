const ESCAPES: Readonly<Record<string, string>> = {
  __underscores__: '__',
  __dot__: '.',
  __dash__: '-',
  __slash__: '/',
};
const ESCAPED = /__(?:underscores|dot|dash|slash)__/g;
const RESERVED =
  /^__(true|false|null|in|as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while)__$/;

/** The name of a property that Kubernetes' escapes spell: `__in__` is `in`, `a__dash__b` is `a-b`. */
export function unescapeField(name: string): string {
  const reserved = RESERVED.exec(name);
  if (reserved) return reserved[1];
  return name.replaceAll(ESCAPED, escape => ESCAPES[escape]);
}
