import type {
  DoctorRemedy,
  JsonObject,
} from '@promissory/plugin-promises-common';
import { stringify } from 'yaml';

/** Lines of a document in the catalog that mend something. */
export function entityRemedy(
  text: string,
  document: JsonObject,
  file = 'a file at a trusted location',
): DoctorRemedy {
  return {
    text,
    file,
    language: 'yaml',
    snippet: stringify(document, { lineWidth: 0 }),
  };
}
