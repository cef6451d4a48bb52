import { toError } from '@backstage/errors';
import { LineCounter, parseDocument } from 'yaml';
import type { YamlProblem } from './YamlProblem';

/** What a YAML text says, or why it says nothing. @public */
export type ParsedYaml =
  | { readonly value: unknown }
  | {
      /** The first problem in words, with its line. */
      readonly message: string;
      readonly problems: readonly YamlProblem[];
    };

/** Reads one YAML document. A text without a value is `undefined`. @public */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
  });
  const { errors } = document;
  if (errors.length > 0) {
    return {
      message: `Line ${lines.linePos(errors[0].pos[0]).line}: ${
        errors[0].message
      }`,
      problems: errors.map(({ pos: [from, to], message }) => ({
        from,
        to,
        message,
      })),
    };
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return { value: document.contents === null ? undefined : value };
  } catch (error) {
    const message = toError(error).message;
    return { message, problems: [{ from: 0, to: 0, message }] };
  }
}
