import type { PromiseDefinition } from '@promissory/plugin-promises-common';
import {
  disconnectDestination,
  disconnectStateStore,
  getDefinition,
  listRegisteredPromises,
  upsertDestination,
  upsertPromise,
  upsertStateStore,
  withdrawPromise,
  type DestinationRow,
  type RegisterDestinationOptions,
  type RegisterPromiseOptions,
  type RegisterStateStoreOptions,
  type StateStoreRow,
} from '@promissory/plugin-promises-engine';
import type { Knex } from 'knex';
import type { RegisteredEntity, RegistryStore } from './RegistryStore';

/** Keeps what the registry finds in the engine's database. */
export class EngineRegistryStore implements RegistryStore {
  readonly #knex: Knex;
  readonly #platform: string;
  readonly #now: () => Date;

  static create(options: {
    readonly knex: Knex;
    readonly platform: string;
    readonly now: () => Date;
  }): EngineRegistryStore {
    return new EngineRegistryStore(options.knex, options.platform, options.now);
  }

  private constructor(knex: Knex, platform: string, now: () => Date) {
    this.#knex = knex;
    this.#platform = platform;
    this.#now = now;
  }

  async list(): Promise<readonly RegisteredEntity[]> {
    const platform = this.#platform;
    const [promises, destinations, stores] = await Promise.all([
      listRegisteredPromises(this.#knex, { platform }),
      this.#knex<DestinationRow>('destinations')
        .where({ platform })
        .select('entity_ref', 'state'),
      this.#knex<StateStoreRow>('state_stores')
        .where({ platform })
        .select('entity_ref', 'state', 'kind'),
    ]);
    return [
      ...promises.map(each => ({
        entityRef: each.entityRef,
        kind: 'Promise' as const,
        present: each.state !== 'Withdrawn',
        definitionSha256: each.definitionSha256,
      })),
      ...destinations.map(each => ({
        entityRef: each.entity_ref,
        kind: 'Destination' as const,
        present: !['Disconnected', 'Removing'].includes(each.state),
      })),
      ...stores.map(each => ({
        entityRef: each.entity_ref,
        kind:
          each.kind === 'GitStateStore'
            ? ('GitStateStore' as const)
            : ('BucketStateStore' as const),
        present: each.state !== 'Disconnected',
      })),
    ];
  }

  getDefinition(sha256: string): Promise<PromiseDefinition | undefined> {
    return getDefinition(this.#knex, { sha256 });
  }

  async registerPromise(promise: RegisterPromiseOptions): Promise<void> {
    await upsertPromise(this.#knex, { ...this.#scope(), promise });
  }

  async registerDestination(
    destination: RegisterDestinationOptions,
  ): Promise<void> {
    await upsertDestination(this.#knex, { ...this.#scope(), destination });
  }

  async registerStateStore(
    stateStore: RegisterStateStoreOptions,
  ): Promise<void> {
    await upsertStateStore(this.#knex, { ...this.#scope(), stateStore });
  }

  async remove({
    kind,
    entityRef,
  }: RegisteredEntity): Promise<readonly string[]> {
    const options = { ...this.#scope(), entityRef };
    if (kind === 'Promise') {
      const { refused } = await withdrawPromise(this.#knex, options);
      return refused;
    }
    if (kind === 'Destination') {
      await disconnectDestination(this.#knex, options);
    } else {
      await disconnectStateStore(this.#knex, options);
    }
    return [];
  }

  #scope(): { platform: string; now: Date } {
    return { platform: this.#platform, now: this.#now() };
  }
}
