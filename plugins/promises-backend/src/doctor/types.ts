import type { RootConfigService } from '@backstage/backend-plugin-api';
import type {
  DoctorCheck,
  DoctorResult,
} from '@promissory/plugin-promises-common';
import type {
  PromisesEngine,
  StateStoreProbe,
} from '@promissory/plugin-promises-engine';
import type { SecretStore } from '@promissory/plugin-promises-node';
import type { Knex } from 'knex';
import type { PromisesConfig } from '../config/PromisesConfig';
import type { DefinitionCache } from '../promises/DefinitionCache';
import type { CatalogReader } from '../registry/CatalogReader';

/** The process that the backend runs in. */
export interface HostFacts {
  /** For example `24.11.0`. */
  readonly nodeVersion: string;
  /** Where the backend was started; `backstage.json` is looked for here and above. */
  readonly directory: string;
  readonly production: boolean;
}

/** What checks look at. */
export interface DoctorContext {
  readonly knex: Knex;
  readonly platform: string;
  /** Of the plugin, with its defaults. */
  readonly config: PromisesConfig;
  /** Of the whole app. */
  readonly rootConfig: RootConfigService;
  readonly engine: Pick<
    PromisesEngine,
    'gitVersion' | 'health' | 'probeSignals' | 'probeStateStores'
  >;
  readonly definitions: DefinitionCache;
  readonly catalog: CatalogReader;
  readonly secretStore: SecretStore;
  readonly host: () => HostFacts;
  readonly now: () => Date;
}

/** One examination: what several checks need is looked up once. */
export interface Examination extends DoctorContext {
  readonly stateStores: () => Promise<readonly StateStoreProbe[]>;
  /** Bound of one look at something outside this process, milliseconds. */
  readonly probeMs: number;
}

/** Looks at one part of the installation. What it rejects with becomes a result of its own. */
export interface Check extends Pick<DoctorCheck, 'id' | 'area' | 'title'> {
  run(examination: Examination): Promise<DoctorResult[]>;
}
