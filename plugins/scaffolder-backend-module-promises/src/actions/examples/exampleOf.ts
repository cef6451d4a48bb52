import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';

/** One example of an action, as the list of actions shows it: a template's steps in YAML. */
export function exampleOf(
  description: string,
  ...steps: readonly JsonObject[]
): TemplateExample {
  return { description, example: stringify({ steps }) };
}
