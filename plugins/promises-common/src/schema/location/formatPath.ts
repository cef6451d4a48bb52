import type { DataPath } from './DataPath';

/**
 * A path as Kubernetes' schema errors write it: `spec.hosts[0]`; empty for the root. The path of every `FieldError` is
 * written by this function, so a field finds its errors by comparing texts. @public
 */
export function formatPath(path: DataPath): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else text += text === '' ? key : `.${key}`;
  }
  return text;
}
