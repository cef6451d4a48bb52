import { stringify } from 'yaml';
import { FunctionError } from '../pipelineFunction/FunctionError';

/** Long lines stay one line, so that a diff shows what changed. */
const YAML_OPTIONS = { lineWidth: 0, aliasDuplicateObjects: false } as const;

/** Text stays as it is, an object becomes YAML, a list of objects becomes documents. */
export function printContent(content: unknown, path: string): string {
  if (typeof content === 'string') {
    return content;
  }
  const documents = Array.isArray(content) ? content : [content];
  documents.forEach((document, index) => {
    if (
      typeof document !== 'object' ||
      document === null ||
      Array.isArray(document)
    ) {
      throw new FunctionError(
        Array.isArray(content) ? `${path}[${index}]` : path,
        'must be text, an object, or a list of objects',
      );
    }
  });
  return documents
    .map(document => stringify(document, YAML_OPTIONS))
    .join('---\n');
}
