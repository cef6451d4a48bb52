import { isDeepStrictEqual } from 'node:util';
import { childKey } from './childKey';
import { DocumentCache } from './DocumentCache';
import { mayHoldDocuments } from './parseDocuments';
import type {
  AwaitedChild,
  ChildProblem,
  ChildPromise,
  ParsedFile,
  PlacedFile,
  WantedDocument,
} from './types';

/** What children are recognised from. */
export interface RecogniseChildrenOptions {
  /** for documents that name none */
  readonly namespace: string;
  /** everything that is placed, or waits for a place */
  readonly files: readonly PlacedFile[];
  /** by {@link DocumentCache.key} */
  readonly parsed: ReadonlyMap<string, ParsedFile>;
  /** those that hold their name on the platform */
  readonly promises: readonly ChildPromise[];
  /** those that the Promise of the request requires, and that are not registered: a document may be a request of one */
  readonly unregistered?: readonly string[];
}

/** Which documents should be children. */
export interface RecognisedChildren {
  /** by Promise, namespace and name */
  readonly wanted: readonly WantedDocument[];
  readonly awaited: readonly AwaitedChild[];
  readonly written: ReadonlySet<string>;
  readonly problems: readonly ChildProblem[];
}

/**
 * The documents that are requests of Promises of this platform, where they are placed on a Destination that fulfils
 * requests; anything else there is just a file. What is written anywhere else keeps a child from being pruned.
 */
export function recogniseChildren(
  options: RecogniseChildrenOptions,
): RecognisedChildren {
  const { namespace, files, parsed, promises, unregistered = [] } = options;
  const byApi = new Map(
    promises.map(promise => [apiOf(promise), promise] as const),
  );
  const wanted = new Map<string, WantedDocument>();
  const awaited = new Map<string, AwaitedChild>();
  const written = new Set<string>();
  const problems = new Map<string, ChildProblem>();
  for (const file of files) {
    if (!mayHoldDocuments(file.filepath)) continue;
    const fileKey = DocumentCache.key(file);
    const content = parsed.get(fileKey);
    if (!content) continue;
    if ('problem' in content) {
      if (mayHideChildren(file, content)) {
        problems.set(
          `${file.destination ?? ''}/${file.filepath}`,
          unreadable(file, content.problem),
        );
      }
      continue;
    }
    for (const [index, document] of content.documents.entries()) {
      const identity = {
        namespace: document.namespace ?? namespace,
        name: document.name,
      };
      const key = childKey({ ...document, ...identity });
      written.add(key);
      const promise = byApi.get(apiOf(document));
      if (!promise || !file.fulfils) {
        const awaits = describeAwaited(file, promise, unregistered);
        if (awaits) awaited.set(key, { ...identity, ...awaits });
        continue;
      }
      const child: WantedDocument = {
        ...identity,
        promise,
        document,
        filepath: file.filepath,
        id: `${fileKey}#${index}`,
      };
      const other = wanted.get(key);
      if (!other) wanted.set(key, child);
      else if (!isSame(other, child)) {
        problems.set(key, contradiction(other, child));
      }
    }
  }
  return {
    wanted: [...wanted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, c]) => c),
    awaited: [...awaited]
      .filter(([key]) => !wanted.has(key))
      .map(([, child]) => child),
    written,
    problems: [...problems.values()],
  };
}

/** What keeps a document from being a child for now; undefined where it is just a document. */
function describeAwaited(
  { filepath, fulfils, isAwaited }: PlacedFile,
  promise: ChildPromise | undefined,
  unregistered: readonly string[],
): Omit<AwaitedChild, 'namespace' | 'name'> | undefined {
  if (promise && isAwaited) {
    return {
      promiseName: promise.name,
      message: `${filepath} has no place on a Destination yet`,
    };
  }
  if (!promise && (fulfils || isAwaited) && unregistered.length > 0) {
    const names = unregistered.join(' or ');
    return {
      promiseName: names,
      message: `Promise ${names}, which is required, is not registered yet`,
    };
  }
  return undefined;
}

/** Elsewhere a file that is no YAML is just a file; one without a place, or without bytes, may be where a child is written. */
function mayHideChildren(
  { fulfils, destination }: PlacedFile,
  { isLost }: Extract<ParsedFile, { problem: string }>,
): boolean {
  return fulfils || destination === undefined || isLost === true;
}

function unreadable(
  { filepath, destination }: PlacedFile,
  problem: string,
): ChildProblem {
  const where = destination === undefined ? '' : ` on ${destination}`;
  return {
    reason: 'ChildDocumentInvalid',
    message: `File ${filepath}${where} cannot be read, so its documents do not become requests: ${problem}`,
    ...(destination === undefined ? { isPending: true } : {}),
  };
}

function apiOf({ group, kind }: { group: string; kind: string }): string {
  return `${group}/${kind}`;
}

function isSame(left: WantedDocument, right: WantedDocument): boolean {
  return (
    left.id === right.id || isDeepStrictEqual(left.document, right.document)
  );
}

function contradiction(
  { promise, namespace, name, filepath }: WantedDocument,
  other: WantedDocument,
): ChildProblem {
  return {
    reason: 'ChildDocumentInvalid',
    message: `${promise.name} ${namespace}/${name} is written twice, and differently: in ${filepath} and in ${other.filepath}. Write it once`,
    child: { promiseName: promise.name, namespace, name },
  };
}
