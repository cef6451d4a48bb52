import { objectName } from './objectName';

/** What a Work is called after. */
export interface WorkNameOptions {
  readonly promiseName: string;
  readonly requestName?: string;
  /** uid of the request or id of the Promise: the name of a new one with the same name differs */
  readonly ownerId: string;
  /** empty for static dependencies */
  readonly pipeline: string;
}

/** Kratix's name of a Work; its five random digits come from who owns it, so that the same Work has the same name. */
export function workName(options: WorkNameOptions): string {
  const { promiseName, requestName, ownerId, pipeline } = options;
  if (pipeline === '') return objectName(`${promiseName}-static-deps`, ownerId);
  const stem = [promiseName, requestName, pipeline].filter(Boolean).join('-');
  return objectName(stem, ownerId, pipeline);
}
