import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject, Preview } from '@promissory/plugin-promises-common';
import type {
  Platform,
  PreviewRequestOptions,
  ReadRelativesOptions,
  RequestRelatives,
} from '@promissory/plugin-promises-engine';
import type { Knex } from 'knex';
import type { CallerReader } from '../caller/CallerReader';
import type { CatalogView } from '../catalog/CatalogView';
import type { PromisesConfig } from '../config/PromisesConfig';
import type { EventStreams } from '../events/EventStreams';
import type { Authorizer } from '../permissions/Authorizer';
import type { DefinitionCache } from '../promises/DefinitionCache';

/** What routes are made of. */
export interface RouteContext {
  readonly knex: Knex;
  readonly platform: Platform;
  readonly readManifest: (uid: string) => Promise<JsonObject | undefined>;
  readonly readRelatives: (
    options: ReadRelativesOptions,
  ) => Promise<RequestRelatives>;
  readonly preview: (options: PreviewRequestOptions) => Promise<Preview>;
  readonly callers: CallerReader;
  readonly authorizer: Authorizer;
  readonly definitions: DefinitionCache;
  readonly streams: EventStreams;
  readonly catalogView: CatalogView;
  readonly auditor: AuditorService;
  readonly config: PromisesConfig;
  readonly now: () => Date;
}
