import { createApiRef } from '@backstage/frontend-plugin-api';
import type { PromisesApi } from '@promissory/plugin-promises-common';

/** The HTTP API of the promises plugin, with the rights of the person who is signed in. @public */
export const promisesApiRef = createApiRef<PromisesApi>().with({
  id: 'plugin.promises.api',
  pluginId: 'promises',
});
