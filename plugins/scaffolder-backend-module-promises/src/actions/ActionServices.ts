import type { AuthService } from '@backstage/backend-plugin-api';
import type { PromisesApi } from '@promissory/plugin-promises-common';
import type { RequestLinks } from '../requests/RequestLinks';

/** What the actions are made of. */
export interface ActionServices {
  readonly api: PromisesApi;
  readonly auth: AuthService;
  readonly links: RequestLinks;
}
