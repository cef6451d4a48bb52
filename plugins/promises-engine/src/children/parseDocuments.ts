import type {
  FieldError,
  JsonObject,
} from '@promissory/plugin-promises-common';
import { isError } from '@backstage/errors';
import { checkShape } from '../admission/checkShape';
import { fieldError } from '../admission/fieldError';
import { cleanText } from '../text/cleanText';
import { parseKratixDocuments } from '../workflow/parseKratixYaml';
import type { ChildDocument, ParsedFile } from './types';

/** Whether documents are looked for in a file. */
export function mayHoldDocuments(filepath: string): boolean {
  return /\.(ya?ml|json)$/i.test(filepath);
}

/**
 * The Kubernetes objects of a file; what is none is left out. Objects of the core group are left out too: no Promise
 * offers that.
 */
export function parseDocuments(
  filepath: string,
  content: Uint8Array,
): ParsedFile {
  try {
    const values = /\.json$/i.test(filepath)
      ? [parseJsonFile(content)]
      : parseKratixDocuments(content);
    return { documents: values.flatMap(readDocument) };
  } catch (error) {
    return { problem: cleanText(describe(error)) };
  }
}

function describe(error: unknown): string {
  const text = isError(error) ? error.message.split('\n')[0] : String(error);
  // The parser of YAML goes down by recursion, and says with the line where that ended.
  return text.replace(
    'Maximum call stack size exceeded',
    'nested too deeply to be read',
  );
}

function parseJsonFile(content: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
}

function readDocument(value: unknown): ChildDocument[] {
  if (!isObject(value)) return [];
  const { apiVersion, kind, metadata, spec } = value;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return [];
  const [group, version, ...more] = apiVersion.split('/');
  if (!group || !version || more.length > 0) return [];
  const described = isObject(metadata) ? metadata : {};
  const errors: FieldError[] = [];
  const namespace = described.namespace ?? undefined;
  if (namespace !== undefined && typeof namespace !== 'string') {
    errors.push(fieldError('metadata.namespace', 'Invalid', 'must be a text'));
  }
  if (typeof described.name !== 'string') {
    errors.push(
      fieldError(
        'metadata.name',
        'Required',
        'a child needs a name of its own; generateName is not enough',
      ),
    );
  }
  if (spec !== undefined && spec !== null && !isObject(spec)) {
    errors.push(fieldError('spec', 'Invalid', 'must be an object'));
  }
  // Nothing that comes later has to think of nesting that overflows a stack.
  const shape = isObject(spec) ? checkShape(spec, 'spec') : [];
  errors.push(...shape);
  return [
    {
      group,
      version,
      kind,
      ...(typeof namespace === 'string' && namespace !== ''
        ? { namespace: cleanText(namespace) }
        : {}),
      // Names are asked for in the database, which takes no NUL; what is left of one is refused with the name.
      name: typeof described.name === 'string' ? cleanText(described.name) : '',
      labels: readTexts(described.labels, 'metadata.labels', errors),
      annotations: readTexts(
        described.annotations,
        'metadata.annotations',
        errors,
      ),
      spec: isObject(spec) && shape.length === 0 ? spec : {},
      errors,
    },
  ];
}

/** Labels or annotations; values that are no text are told of. */
function readTexts(
  value: unknown,
  path: string,
  errors: FieldError[],
): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) {
    errors.push(fieldError(path, 'Invalid', 'must be an object'));
    return {};
  }
  const texts: Record<string, string> = {};
  for (const [key, text] of Object.entries(value)) {
    if (typeof text === 'string') {
      texts[key] = text;
    } else {
      errors.push(
        fieldError(
          `${path}[${key}]`,
          'Invalid',
          typeof text === 'object' && text !== null
            ? 'must be a text'
            : `must be a text; put ${JSON.stringify(text)} in quotes`,
        ),
      );
    }
  }
  return texts;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
