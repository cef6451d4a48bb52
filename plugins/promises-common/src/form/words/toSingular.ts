/** What one item of a list is called: of "Hosts" it is "Host"; the title itself where it is no plural. */
export function toSingular(title: string): string {
  if (/ies$/.test(title)) return title.replace(/ies$/, 'y');
  if (/(?:ses|xes|ches|shes)$/.test(title)) return title.replace(/es$/, '');
  return /[^su]s$/.test(title) ? title.slice(0, -1) : title;
}
