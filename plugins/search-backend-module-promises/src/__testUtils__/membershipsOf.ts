const groups: Readonly<Record<string, string>> = {
  'user:default/alice': 'group:default/web',
  'user:default/bob': 'group:default/data',
};

/** Alice is in the team web, Bob in the team data. */
export function membershipsOf(userRef: string): string[] {
  const group = groups[userRef];
  return group ? [userRef, group] : [userRef];
}
