import {
  parseJsonText,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import { isObject } from '../json/isObject';

/** The object of a case as it is sent: the text wins, and what every object has is added. */
export function readObject(
  { text, value }: { readonly text?: string; readonly value: unknown },
  { schema, name }: { readonly schema: string; readonly name?: string },
): JsonObject {
  const parsed: unknown = text === undefined ? value : parseJsonText(text);
  const object = isObject(parsed) ? parsed : {};
  const metadata = isObject(object.metadata) ? object.metadata : {};
  const isNamed = 'name' in metadata || 'generateName' in metadata;
  const keepsMetadata =
    isNamed ||
    (object.metadata !== undefined &&
      !isObject(object.metadata) &&
      object.metadata !== null);
  return {
    apiVersion: `${schema}.oracle.test/v1`,
    kind: 'Case',
    ...object,
    metadata: keepsMetadata ? object.metadata : { name, ...metadata },
  };
}
