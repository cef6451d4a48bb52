import type {
  CompiledSchema,
  JsonObject,
  Violation,
} from '@promissory/plugin-promises-common';

/** What a request leads to: what would be stored, and what is wrong with it. */
export interface Answer {
  readonly stored: JsonObject;
  readonly violations: readonly Violation[];
}

/** How an object is sent. */
export interface SendOptions {
  readonly statusSubresource: boolean;
  /** The object before, where this is an update. */
  readonly oldObject?: JsonObject;
  /** The update goes to `/status`. */
  readonly toStatus?: boolean;
}

const LONGEST_PREFIX = 58;
/** In the recorded answers this stands for what a server appends to a generated name. */
const RANDOM = '<5 random characters>';
const STAND_IN = 'xxxxx';

/** The way of an object through an API server: pruned, defaulted, named, validated, and defaulted again when stored. */
export function sendObject(
  schema: CompiledSchema,
  object: JsonObject,
  options: SendOptions,
): Answer {
  const { oldObject } = options;
  const decoded = schema.applyDefaults(schema.prune(object));
  const prefix = generatedPrefix(decoded);
  const named =
    prefix === undefined ? decoded : withName(decoded, prefix + STAND_IN);
  const prepared = options.statusSubresource
    ? separateStatus(named, options)
    : named;
  const violations = schema.violations(prepared, { oldObject });
  const stored = schema.applyDefaults(prepared);
  return {
    stored: prefix === undefined ? stored : withName(stored, prefix + RANDOM),
    violations,
  };
}

/** With the status subresource, a request is about the status or about everything else. */
function separateStatus(
  object: JsonObject,
  { oldObject, toStatus }: SendOptions,
): JsonObject {
  const [base, source] =
    toStatus && oldObject ? [oldObject, object] : [object, oldObject];
  const { status: _dropped, ...rest } = base;
  return source && source.status !== undefined
    ? { ...rest, status: source.status }
    : rest;
}

function metadataOf({ metadata }: JsonObject): JsonObject {
  return typeof metadata === 'object' && metadata !== null
    ? (metadata as JsonObject)
    : {};
}

function generatedPrefix(object: JsonObject): string | undefined {
  const { name, generateName } = metadataOf(object);
  return typeof generateName === 'string' && generateName && !name
    ? generateName.slice(0, LONGEST_PREFIX)
    : undefined;
}

function withName(object: JsonObject, name: string): JsonObject {
  return { ...object, metadata: { ...metadataOf(object), name } };
}
