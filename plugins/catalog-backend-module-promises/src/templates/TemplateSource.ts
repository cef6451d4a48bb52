import type {
  CatalogPromise,
  StructuralSchema,
} from '@promissory/plugin-promises-common';
import type {
  EntitiesOfVersion,
  EntitySource,
} from '../provider/FollowingEntityProvider';
import type { CatalogPromisesClient } from './CatalogPromisesClient';
import { isIncluded } from './isIncluded';
import { extensionPages } from './parameters/extensionPages';
import type { ParameterPages } from './parameters/ParameterPages';
import { schemaPages } from './parameters/schemaPages';
import type { TemplateOptions } from './TemplateOptions';
import { toTemplate } from './toTemplate';

/** What the source is made of. */
export interface TemplateSourceOptions {
  readonly client: Pick<CatalogPromisesClient, 'list' | 'schema'>;
  readonly templates: TemplateOptions;
}

/** A Template for each Promise that takes orders. */
export class TemplateSource implements EntitySource {
  readonly #options: TemplateSourceOptions;
  /** Schemas by the hash of the definition that they are in. */
  #schemas = new Map<string, StructuralSchema>();

  static create(options: TemplateSourceOptions): TemplateSource {
    return new TemplateSource(options);
  }

  private constructor(options: TemplateSourceOptions) {
    this.#options = options;
  }

  async read(
    known: string | undefined,
  ): Promise<EntitiesOfVersion | undefined> {
    const { client, templates } = this.#options;
    const { version, unchanged, items } = await client.list(known);
    if (unchanged) return undefined;
    const promises = items.filter(item => isIncluded(item, templates.include));
    if (templates.form === 'parameters') await this.#readSchemas(promises);
    return {
      version,
      items: promises.map(promise => ({
        locationKey: `promises:${promise.entityRef}`,
        entity: toTemplate(promise, this.#pagesOf(promise), templates),
      })),
    };
  }

  #pagesOf(promise: CatalogPromise): ParameterPages {
    const schema = this.#schemas.get(promise.definitionSha256);
    return schema ? schemaPages(promise, schema) : extensionPages(promise);
  }

  /** Reads those of definitions that are new, and forgets those that are gone. */
  async #readSchemas(promises: readonly CatalogPromise[]): Promise<void> {
    const schemas = new Map<string, StructuralSchema>();
    for (const { name, definitionSha256: sha256 } of promises) {
      schemas.set(
        sha256,
        this.#schemas.get(sha256) ?? (await this.#options.client.schema(name)),
      );
    }
    this.#schemas = schemas;
  }
}
