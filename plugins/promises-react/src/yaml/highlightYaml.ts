import { yamlLanguage } from '@codemirror/lang-yaml';
import { classHighlighter, highlightCode } from '@lezer/highlight';

/** A piece of text with the classes of its colours. */
export interface HighlightedPart {
  readonly text: string;
  readonly classes: string;
}

/** YAML in pieces of one colour each; together they are the text. */
export function highlightYaml(text: string): HighlightedPart[] {
  const parts: HighlightedPart[] = [];
  highlightCode(
    text,
    yamlLanguage.parser.parse(text),
    classHighlighter,
    (piece, classes) => parts.push({ text: piece, classes }),
    () => parts.push({ text: '\n', classes: '' }),
  );
  return parts;
}
