import type { RequestFile } from '@promissory/plugin-promises-common';

/** Two pipelines may write the same path. */
export function fileKey(file: RequestFile): string {
  return `${file.pipeline}/${file.path}`;
}
