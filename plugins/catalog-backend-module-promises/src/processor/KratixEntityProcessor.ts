import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  getCompoundEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  processingResult,
  type CatalogProcessor,
  type CatalogProcessorCache,
  type CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  ANNOTATION_DEFINITION_HASH,
  hashDefinition,
  parseDestination,
  parsePromise,
  parseStateStore,
  type Finding,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import type { DefinitionKeeper } from '../definitions/DefinitionKeeper';
import { findRelations } from '../entity/findRelations';
import {
  assertReadable,
  isKratixEntity,
  type KratixEntity,
} from '../entity/kratixEntity';
import { toDocument } from '../entity/toDocument';
import { toPlainEntity } from '../entity/toPlainEntity';
import { toPromiseEntity } from '../entity/toPromiseEntity';
import type { EntityAnnouncer } from '../events/EntityAnnouncer';

/** What the catalog remembers for an entity from one round to the next; a set replaces all of it. */
const SENT = 'sent';
const ANNOUNCED = 'announced';

/**
 * Turns unmodified Kratix YAML into catalog entities.
 *
 * What cannot be read as one of the kinds is refused with its fault. What can be read and breaks a rule becomes an
 * entity all the same: the promises backend judges it, and its page shows what is wrong.
 */
export class KratixEntityProcessor implements CatalogProcessor {
  readonly #keeper: DefinitionKeeper;
  readonly #announcer: EntityAnnouncer;

  static create(options: {
    readonly keeper: DefinitionKeeper;
    readonly announcer: EntityAnnouncer;
  }): KratixEntityProcessor {
    return new KratixEntityProcessor(options);
  }

  private constructor(options: {
    readonly keeper: DefinitionKeeper;
    readonly announcer: EntityAnnouncer;
  }) {
    this.#keeper = options.keeper;
    this.#announcer = options.announcer;
  }

  getProcessorName(): string {
    return 'KratixEntityProcessor';
  }

  /** Before all others (their default is 20): they see the slim entity, and the document is what stands in the file. */
  getPriority(): number {
    return 10;
  }

  async preProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    _originLocation: LocationSpec,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    assertReadable(entity);
    if (!isKratixEntity(entity)) {
      return entity;
    }
    const document = toDocument(entity);
    const hash = hashDefinition(document);
    if (entity.kind === 'Promise') {
      return this.#slimPromise(entity, document, hash, cache);
    }
    if (entity.kind === 'Destination') {
      readDefinition(entity, document, parseDestination);
    } else {
      readDefinition(entity, document, parseStateStore);
    }
    return toPlainEntity({ entity, hash });
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    return isKratixEntity(entity);
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    if (!isKratixEntity(entity)) {
      return entity;
    }
    const source = getCompoundEntityRef(entity);
    for (const { target, type, reverse } of findRelations(entity)) {
      emit(processingResult.relation({ source, type, target }));
      emit(
        processingResult.relation({
          source: target,
          type: reverse,
          target: source,
        }),
      );
    }
    await this.#announce(entity, cache);
    return entity;
  }

  async #slimPromise(
    entity: KratixEntity,
    document: JsonObject,
    hash: string,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const definition = readDefinition(entity, document, parsePromise);
    await this.#keeper.keep({
      hash,
      definition: document,
      wasSent: (await cache.get(SENT)) === hash,
    });
    await cache.set(SENT, hash);
    return toPromiseEntity({ entity, definition, hash });
  }

  async #announce(
    entity: KratixEntity,
    cache: CatalogProcessorCache,
  ): Promise<void> {
    const annotations = entity.metadata.annotations ?? {};
    const hash = annotations[ANNOTATION_DEFINITION_HASH] ?? '';
    const version = [
      hash,
      annotations[ANNOTATION_LOCATION],
      annotations[ANNOTATION_ORIGIN_LOCATION],
    ].join(' ');
    if ((await cache.get(ANNOUNCED)) !== version) {
      this.#announcer.announce({
        entityRef: stringifyEntityRef(entity),
        kind: entity.kind,
        hash,
      });
    }
    await cache.set(ANNOUNCED, version);
  }
}

/** The definition of a document. Throws an InputError that names the faults where nothing useful can be read. */
function readDefinition<T>(
  { kind, metadata }: KratixEntity,
  document: JsonObject,
  parse: (value: unknown) => {
    readonly definition?: T;
    readonly findings: readonly Finding[];
  },
): T {
  const { definition, findings } = parse(document);
  if (!definition) {
    throw new InputError(
      `${kind} ${metadata.name} cannot be read: ${findings
        .map(({ path, message }) => (path ? `${path}: ${message}` : message))
        .join('; ')}`,
    );
  }
  return definition;
}
