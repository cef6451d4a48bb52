import type { components } from '../../api/generated/openapi';
import { enforcedFormat } from '../formats/enforcedFormat';
import { keywordShapes } from '../nodes/keywordShapes';
import type { StructuralSchema } from '../types';
import { childPath } from './SchemaPlace';

type Finding = components['schemas']['Finding'];

const OTHER_KEYWORDS = ['default', 'example', 'externalDocs', '$schema'];
const NUMERIC_FORMATS = ['int32', 'int64', 'float', 'double'];

const isKnown = (keyword: string) =>
  keywordShapes.has(keyword) ||
  OTHER_KEYWORDS.includes(keyword) ||
  keyword.startsWith('x-');

/** What the API server ignores: keywords it does not know, formats it does not enforce. */
export function findWarnings(schema: StructuralSchema, path = ''): Finding[] {
  const warnings: Finding[] = [];
  const warn = (keyword: string, message: string) =>
    warnings.push({
      severity: 'warning',
      path: childPath(path, keyword),
      message,
    });
  for (const keyword of Object.keys(schema))
    if (!isKnown(keyword)) warn(keyword, `the keyword ${keyword} is ignored`);
  const { format } = schema;
  const enforced =
    NUMERIC_FORMATS.includes(format ?? '') || enforcedFormat(schema);
  if (format && !enforced)
    warn('format', `the format ${format} is not enforced`);

  const { properties, additionalProperties, items } = schema;
  for (const [key, child] of Object.entries(properties ?? {}))
    warnings.push(
      ...findWarnings(child, childPath(path, `properties[${key}]`)),
    );
  if (typeof additionalProperties === 'object')
    warnings.push(
      ...findWarnings(
        additionalProperties,
        childPath(path, 'additionalProperties'),
      ),
    );
  if (items) warnings.push(...findWarnings(items, childPath(path, 'items')));
  return warnings;
}
