import type {
  FieldError,
  RequestBody,
} from '@promissory/plugin-promises-common';
import { fieldError } from './fieldError';

const PREFIX =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;
const ANNOTATION_BYTES = 256 * 1024;

/** Kubernetes' rules for labels and annotations. */
export function checkMetadata(
  metadata: RequestBody['metadata'] = {},
): FieldError[] {
  const { labels = {}, annotations = {} } = metadata;
  const errors: FieldError[] = [];
  for (const [key, value] of Object.entries(labels)) {
    const path = `metadata.labels[${key}]`;
    errors.push(...checkKey(path, key));
    if (value.length > 63 || !VALUE.test(value)) {
      errors.push(
        fieldError(
          path,
          'Invalid',
          `Invalid value: ${JSON.stringify(
            value,
          )}: a label's value has at most 63 alphanumeric characters, '-', '_' or '.', and starts and ends with an alphanumeric character`,
        ),
      );
    }
  }
  let bytes = 0;
  for (const [key, value] of Object.entries(annotations)) {
    errors.push(...checkKey(`metadata.annotations[${key}]`, key));
    bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
  }
  if (bytes > ANNOTATION_BYTES) {
    errors.push(
      fieldError(
        'metadata.annotations',
        'TooLong',
        `may not be more than ${ANNOTATION_BYTES} bytes in total`,
      ),
    );
  }
  return errors;
}

function checkKey(path: string, key: string): FieldError[] {
  const parts = key.split('/');
  const name = parts.at(-1) ?? '';
  const prefix = parts.length === 2 ? parts[0] : undefined;
  const valid =
    parts.length <= 2 &&
    name.length <= 63 &&
    NAME.test(name) &&
    (prefix === undefined || (prefix.length <= 253 && PREFIX.test(prefix)));
  return valid
    ? []
    : [
        fieldError(
          path,
          'Invalid',
          `Invalid value: ${JSON.stringify(
            key,
          )}: a key is a name of at most 63 alphanumeric characters, '-', '_' or '.', with an optional DNS name and a slash before it (e.g. 'example.com/team')`,
        ),
      ];
}
