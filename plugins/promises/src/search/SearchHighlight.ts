/** Where in the fields of a result the search engine found what was looked for, between two marks. */
export interface SearchHighlight {
  readonly preTag: string;
  readonly postTag: string;
  readonly fields: Readonly<Record<string, string>>;
}
