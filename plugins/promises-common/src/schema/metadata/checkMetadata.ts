import type { JsonObject } from '../../kratix';
import { formatField } from '../location/formatField';
import type { Location } from '../location/Location';
import { toDataPath } from '../location/toDataPath';
import { isObject } from '../values/isObject';
import type { ValidationResult } from '../violations/ValidationResult';
import type { ViolationReason } from '../violations/Violation';
import { problemOfKey, problemOfLabelValue } from './names';

const LARGEST_ANNOTATIONS = 256 * 1024;
const encoder = new TextEncoder();
const bytes = (text: string) => encoder.encode(text).length;

/** Labels and annotations of a resource. */
export function checkMetadata(
  metadata: JsonObject,
  location: Location,
  result: ValidationResult,
): void {
  const add = (
    map: 'labels' | 'annotations',
    key: string | undefined,
    reason: ViolationReason,
    message: string,
  ) => {
    const at: Location = { parent: location, key: map };
    const path = toDataPath(at);
    result.add({
      // The API server names the map alone; people want to know which entry.
      path: key === undefined ? path : [...path, key],
      field: formatField(at),
      reason,
      message,
    });
  };

  const { labels, annotations } = metadata;
  for (const [key, value] of Object.entries(isObject(labels) ? labels : {})) {
    const problem = problemOfKey(key);
    if (problem) add('labels', key, 'FieldValueInvalid', `the key ${problem}`);
    const valueProblem = problemOfLabelValue(String(value));
    if (valueProblem) add('labels', key, 'FieldValueInvalid', valueProblem);
  }
  let size = 0;
  const noted = isObject(annotations) ? annotations : {};
  for (const [key, value] of Object.entries(noted)) {
    size += bytes(key) + bytes(String(value));
    const problem = problemOfKey(key.toLowerCase());
    if (problem)
      add('annotations', key, 'FieldValueInvalid', `the key ${problem}`);
  }
  if (size > LARGEST_ANNOTATIONS)
    add(
      'annotations',
      undefined,
      'FieldValueTooLong',
      `must have at most ${LARGEST_ANNOTATIONS} bytes together`,
    );
}
