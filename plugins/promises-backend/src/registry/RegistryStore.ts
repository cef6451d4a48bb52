import type { PromiseDefinition } from '@promissory/plugin-promises-common';
import type {
  RegisterDestinationOptions,
  RegisterPromiseOptions,
  RegisterStateStoreOptions,
} from '@promissory/plugin-promises-engine';

/** Kinds that the registry follows. */
export type RegisteredKind =
  | 'Promise'
  | 'Destination'
  | 'GitStateStore'
  | 'BucketStateStore';

/** What is registered, as far as a comparison with the catalog needs it. */
export interface RegisteredEntity {
  readonly entityRef: string;
  readonly kind: RegisteredKind;
  /** False for what has left the catalog. */
  readonly present: boolean;
  /** Of a Promise's current revision. */
  readonly definitionSha256?: string;
}

/** The part of the engine that keeps what the registry finds. Registering the same again writes nothing. */
export interface RegistryStore {
  list(): Promise<readonly RegisteredEntity[]>;
  getDefinition(sha256: string): Promise<PromiseDefinition | undefined>;
  registerPromise(options: RegisterPromiseOptions): Promise<void>;
  registerDestination(options: RegisterDestinationOptions): Promise<void>;
  registerStateStore(options: RegisterStateStoreOptions): Promise<void>;
  /**
   * A Promise is withdrawn, a Destination or state store disconnected. Returns refs of others that were refused for it,
   * and may be registered now.
   */
  remove(entity: RegisteredEntity): Promise<readonly string[]>;
}
