import type { Config } from '@backstage/config';
import type { JsonObject } from '@promissory/plugin-promises-common';

/** What a catalog without rules allows. */
const DEFAULT_KINDS = ['Component', 'API', 'Location'];

/** One rule of the catalog. */
export interface CatalogRule {
  readonly kinds: readonly string[];
  /** Whether it holds wherever an entity comes from. */
  readonly everywhere: boolean;
}

/** Which kinds the catalog takes from where. */
export interface CatalogRules {
  /** `catalog.rules` as it stands, or what the catalog does without. */
  readonly written: readonly JsonObject[];
  readonly rules: readonly CatalogRule[];
  /** `catalog.locations` as they stand, with `type:target`. */
  readonly locations: ReadonlyArray<{
    readonly ref: string;
    readonly written: JsonObject;
  }>;
  /** Places in `promises.locations`: what comes from there is under no rule. */
  readonly ownLocations: number;
}

/** Reads `catalog.rules` and the rules in `catalog.locations`. */
export function readCatalogRules(config: Config): CatalogRules {
  const written: readonly JsonObject[] = config
    .getOptionalConfigArray('catalog.rules')
    ?.map(each => each.get<JsonObject>()) ?? [{ allow: DEFAULT_KINDS }];
  const locations = (
    config.getOptionalConfigArray('catalog.locations') ?? []
  ).map(each => ({
    ref: `${each.getString('type')}:${each.getString('target')}`,
    written: each.get<JsonObject>(),
  }));
  return {
    written,
    rules: [
      ...written.map(rule => toRule(rule, rule.locations === undefined)),
      ...locations.flatMap(location =>
        listOf(location.written.rules).map(rule => toRule(rule, false)),
      ),
    ],
    locations,
    ownLocations:
      config.getOptionalConfigArray('promises.locations')?.length ?? 0,
  };
}

/** A kind that is allowed for one `spec.type` alone does not count: Kratix's kinds have none. */
function toRule(rule: JsonObject, everywhere: boolean): CatalogRule {
  const allow: unknown = rule.allow;
  const kinds = (Array.isArray(allow) ? allow : []).flatMap(
    (each: unknown): string[] => {
      if (typeof each === 'string') return [each];
      return isObject(each) &&
        typeof each.kind === 'string' &&
        each['spec.type'] === undefined
        ? [each.kind]
        : [];
    },
  );
  return { kinds, everywhere };
}

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
