/** What stands at one side of a place in a text: its end, or a character of a class. */
export type Side = 'none' | 'word' | 'newline' | 'other';
