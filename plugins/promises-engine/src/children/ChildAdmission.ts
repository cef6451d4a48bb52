import {
  compileSchema,
  getPromiseApi,
  hashSpec,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import { admitSpec } from '../admission/admitSpec';
import type { CompiledApi } from '../admission/CompiledApi';
import { fieldError } from '../admission/fieldError';
import type { RevisionFacts } from '../plan/snapshot';
import { servedSpec } from '../status/servedSpec';
import type { WantedChild, WantedDocument } from './types';

/** What admission says of a document. */
export type ChildAdmissionVerdict = Pick<
  WantedChild,
  'spec' | 'served' | 'errors'
>;

const KEPT_VERDICTS = 2_000;
const KEPT_APIS = 200;

/**
 * Admission of children: the same rules as for orders. A verdict follows from the document, the revision and the spec
 * that is stored, so that it is worked out once for each.
 */
export class ChildAdmission {
  static create(): ChildAdmission {
    return new ChildAdmission();
  }

  readonly #apis = new Map<string, CompiledApi | undefined>();
  readonly #verdicts = new Map<string, ChildAdmissionVerdict>();

  private constructor() {}

  admit(
    wanted: WantedDocument,
    revision: RevisionFacts | undefined,
    oldSpec: JsonObject | undefined,
  ): ChildAdmissionVerdict {
    const compiled = revision && this.#compile(revision);
    if (!compiled) return { spec: wanted.document.spec, errors: [] };
    const key = JSON.stringify([
      wanted.id,
      revision.id,
      wanted.namespace,
      oldSpec ? hashSpec(oldSpec) : null,
    ]);
    const known = this.#verdicts.get(key);
    if (known) return known;
    const verdict = {
      ...judge(wanted, compiled, oldSpec),
      ...(oldSpec ? { served: servedSpec(oldSpec, revision.definition) } : {}),
    };
    keep(this.#verdicts, key, verdict, KEPT_VERDICTS);
    return verdict;
  }

  #compile(revision: RevisionFacts): CompiledApi | undefined {
    if (this.#apis.has(revision.id)) return this.#apis.get(revision.id);
    const api = getPromiseApi(revision.definition);
    const compiled = api && { api, schema: compileSchema(api.schema) };
    keep(this.#apis, revision.id, compiled, KEPT_APIS);
    return compiled;
  }
}

function judge(
  { document, namespace, name }: WantedDocument,
  compiled: CompiledApi,
  oldSpec: JsonObject | undefined,
): ChildAdmissionVerdict {
  const { servedVersions } = compiled.api;
  const { labels, annotations, spec } = document;
  const verdict = admitSpec({
    compiled,
    namespace,
    name,
    body: { metadata: { labels, annotations }, spec },
    oldSpec,
  });
  const version = servedVersions.includes(document.version)
    ? []
    : [
        fieldError(
          'apiVersion',
          'NotSupported',
          `version ${
            document.version
          } is not served; there are: ${servedVersions.join(', ')}`,
        ),
      ];
  const told = new Set(document.errors.map(({ path }) => path));
  // Of a spec that could not be taken as it is written the schema has nothing to say.
  const isUnread = document.errors.some(({ path }) => isOfSpec(path));
  return {
    spec: verdict.spec,
    errors: [
      ...version,
      ...document.errors,
      ...verdict.errors.filter(
        ({ path }) => !told.has(path) && !(isUnread && isOfSpec(path)),
      ),
    ],
  };
}

function isOfSpec(path: string): boolean {
  return path === 'spec' || path.startsWith('spec.');
}

function keep<Value>(
  map: Map<string, Value>,
  key: string,
  value: Value,
  limit: number,
): void {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > limit && oldest !== undefined) map.delete(oldest);
}
