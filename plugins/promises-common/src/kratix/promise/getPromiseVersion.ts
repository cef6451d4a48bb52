import { LABEL_PROMISE_VERSION } from '../../catalog/annotations';
import type { PromiseDefinition } from '../types';

/** Version of a Promise without the label. @public */
export const UNVERSIONED_PROMISE = 'not-set';

/**
 * Version of a Promise: its label `kratix.io/promise-version`, else `not-set`, as Kratix calls it.
 *
 * @public
 */
export function getPromiseVersion(definition: PromiseDefinition): string {
  return (
    definition.metadata.labels?.[LABEL_PROMISE_VERSION] || UNVERSIONED_PROMISE
  );
}
