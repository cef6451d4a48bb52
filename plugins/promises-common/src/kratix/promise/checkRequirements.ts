import type { Finding } from '../../api';
import { error, warning } from '../findings/findings';
import type { PromiseDefinition } from '../types';

/** Whether the required Promises can be met at all. */
export function checkRequirements({
  metadata,
  spec,
}: PromiseDefinition): Finding[] {
  const required = spec.requiredPromises ?? [];
  return required.flatMap(({ name }, index) => {
    const path = `spec.requiredPromises[${index}].name`;
    if (name === '') {
      return [error(path, 'Required: which Promise is required')];
    }
    if (name === metadata.name) {
      return [
        error(path, 'A Promise that requires itself never becomes available'),
      ];
    }
    return required.findIndex(other => other.name === name) < index
      ? [warning(path, `Duplicate value: "${name}"`)]
      : [];
  });
}
