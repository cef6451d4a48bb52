import type { FormNode } from '@promissory/plugin-promises-common';
import { valueText } from './valueText';

/** Limits and default of a field in words: `1 to 10. Default: 3`. */
export function hintText(node: FormNode, defaultValue: unknown): string {
  const limits = node.limits.join(', ');
  const parts = [
    limits.charAt(0).toUpperCase() + limits.slice(1),
    defaultValue === undefined ? '' : `Default: ${valueText(defaultValue)}`,
  ];
  return parts.filter(part => part !== '').join('. ');
}
