import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_CATALOG,
  ANNOTATION_FULFILS_REQUESTS,
  checkDestination,
  checkStateStore,
  parseDestination,
  parseStateStore,
} from '@promissory/plugin-promises-common';
import { describePromise } from './describePromise';
import { faultFinding } from './faultFinding';
import { isTrustedLocation } from './isTrustedLocation';
import type { EntityFacts } from './readEntity';
import type { RegistryStore } from './RegistryStore';

/** What the registrar is made of. */
export interface EntityRegistrarOptions {
  readonly store: RegistryStore;
  readonly trustedLocations: readonly string[];
  readonly logger: LoggerService;
}

/** Registers one entity of the catalog, whatever state it is in: what is bad is shown with its findings. */
export class EntityRegistrar {
  readonly #options: EntityRegistrarOptions;

  static create(options: EntityRegistrarOptions): EntityRegistrar {
    return new EntityRegistrar(options);
  }

  private constructor(options: EntityRegistrarOptions) {
    this.#options = options;
  }

  /** Whether it is registered now. What is not will be looked at again by the next comparison. */
  async register(entity: Entity, facts: EntityFacts): Promise<boolean> {
    const trusted = isTrustedLocation(
      this.#options.trustedLocations,
      facts.location,
    );
    if (facts.kind === 'Promise') return this.#promise(facts, trusted);
    return facts.kind === 'Destination'
      ? this.#destination(entity, facts, trusted)
      : this.#stateStore(entity, facts, trusted);
  }

  async #promise(facts: EntityFacts, trusted: boolean): Promise<boolean> {
    const { store, logger } = this.#options;
    const { entityRef, definitionSha256 } = facts;
    if (definitionSha256 === undefined) {
      logger.warn(
        `${entityRef} carries no hash of its definition: is the module catalog-backend-module-promises installed?`,
      );
      return false;
    }
    const document = await store.getDefinition(definitionSha256);
    if (!document) {
      logger.warn(
        `The definition ${definitionSha256} of ${entityRef} has not arrived; the catalog sends it when it next processes the entity`,
      );
      return false;
    }
    const registration = describePromise({
      entity: facts,
      definitionSha256,
      document: { ...document },
      trusted,
    });
    if (!registration) {
      logger.warn(`The definition of ${entityRef} cannot be read as a Promise`);
      return false;
    }
    await store.registerPromise(registration);
    return true;
  }

  async #destination(
    entity: Entity,
    { entityRef, fault }: EntityFacts,
    trusted: boolean,
  ): Promise<boolean> {
    const { definition, findings } = parseDestination(entity);
    if (!definition) return this.#unreadable(entityRef, findings);
    await this.#options.store.registerDestination({
      entityRef,
      definition,
      fulfilsRequests:
        entity.metadata.annotations?.[ANNOTATION_FULFILS_REQUESTS] === 'true',
      catalog: entity.metadata.annotations?.[ANNOTATION_CATALOG] === 'true',
      trusted,
      findings: [
        ...faultFinding(fault),
        ...findings,
        ...checkDestination(definition),
      ],
    });
    return true;
  }

  async #stateStore(
    entity: Entity,
    { entityRef, fault }: EntityFacts,
    trusted: boolean,
  ): Promise<boolean> {
    const { definition, findings } = parseStateStore(entity);
    if (!definition) return this.#unreadable(entityRef, findings);
    await this.#options.store.registerStateStore({
      entityRef,
      definition,
      trusted,
      findings: [
        ...faultFinding(fault),
        ...findings,
        ...checkStateStore(definition),
      ],
    });
    return true;
  }

  #unreadable(
    entityRef: string,
    findings: ReadonlyArray<{ path?: string; message: string }>,
  ): boolean {
    this.#options.logger.warn(
      `${entityRef} cannot be registered: ${findings
        .map(each => `${each.path ?? ''}: ${each.message}`)
        .join('; ')}`,
    );
    return false;
  }
}
