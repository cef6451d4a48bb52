import type {
  DoctorRemedy,
  JsonObject,
} from '@promissory/plugin-promises-common';
import { stringify } from 'yaml';

/**
 * Lines of the app's configuration that mend something. A list replaces the one of a file before it, so whoever gives a
 * list gives all of it.
 */
export function configRemedy(text: string, config: JsonObject): DoctorRemedy {
  return {
    text,
    file: 'app-config.yaml',
    language: 'yaml',
    snippet: stringify(config, { lineWidth: 0 }),
  };
}
