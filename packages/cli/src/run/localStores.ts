import {
  ANNOTATION_FULFILS_REQUESTS,
  checkDestination,
  checkStateStore,
  parseDestination,
  parseStateStore,
  type DestinationDefinition,
  type GitStateStoreDefinition,
} from '@promissory/plugin-promises-common';
import { UsageError } from '../commands/UsageError';
import type { DefaultDestinations } from './defaultDestinations';
import type { SourceDocument } from './SourceDocument';

/** A Destination as it is registered. */
export interface LocalDestination {
  readonly definition: DestinationDefinition;
  readonly fulfilsRequests: boolean;
}

/** State stores that are folders of this machine, and what is delivered to them. */
export interface LocalStores {
  readonly stateStores: readonly GitStateStoreDefinition[];
  readonly destinations: readonly LocalDestination[];
}

/**
 * What files say of Destinations and state stores, with every store replaced by a repository of this machine: nothing
 * leaves it. A bucket is a repository too; the files in it have the same paths.
 *
 * @throws UsageError for a document that Kratix would refuse
 */
export function localStores(documents: readonly SourceDocument[]): LocalStores {
  const stateStores: GitStateStoreDefinition[] = [];
  const destinations: LocalDestination[] = [];
  for (const document of documents) {
    if (document.kind === 'Destination') {
      destinations.push(readDestination(document));
    } else if (/^(Git|Bucket)StateStore$/.test(document.kind)) {
      stateStores.push(readStateStore(document));
    } else {
      throw new UsageError(
        `${document.file}: --destinations takes Destinations and state stores, not ${document.kind}`,
      );
    }
  }
  return { stateStores, destinations };
}

/** The same for the defaults. */
export function localDefaults(defaults: DefaultDestinations): LocalStores {
  return {
    stateStores: [defaults.stateStore],
    destinations: defaults.destinations.map(definition => ({
      definition,
      fulfilsRequests: true,
    })),
  };
}

/** A bucket and a repository may have one name. */
function localName(kind: string, name: string): string {
  return kind === 'BucketStateStore' ? `${name}-bucket` : name;
}

function readDestination(document: SourceDocument): LocalDestination {
  const { definition, findings } = parseDestination(document.object);
  const all = [
    ...findings,
    ...(definition ? checkDestination(definition) : []),
  ];
  if (!definition || all.some(({ severity }) => severity === 'error')) {
    throw refusal(document, all);
  }
  const { kind, name } = definition.spec.stateStoreRef;
  return {
    fulfilsRequests:
      definition.metadata.annotations?.[ANNOTATION_FULFILS_REQUESTS] === 'true',
    definition: {
      ...definition,
      spec: {
        ...definition.spec,
        stateStoreRef: { kind: 'GitStateStore', name: localName(kind, name) },
      },
    },
  };
}

function readStateStore(document: SourceDocument): GitStateStoreDefinition {
  const { definition, findings } = parseStateStore(document.object);
  const all = [...findings, ...(definition ? checkStateStore(definition) : [])];
  if (!definition || all.some(({ severity }) => severity === 'error')) {
    throw refusal(document, all);
  }
  const name = localName(definition.kind, definition.metadata.name);
  return {
    apiVersion: definition.apiVersion,
    kind: 'GitStateStore',
    metadata: { ...definition.metadata, name },
    spec: {
      url: `file:///${name}.git`,
      branch: 'main',
      ...(definition.spec.path ? { path: definition.spec.path } : {}),
    },
  };
}

function refusal(
  { file, kind, name }: SourceDocument,
  findings: ReadonlyArray<{ readonly path?: string; readonly message: string }>,
): UsageError {
  const words = findings.map(({ path, message }) =>
    path ? `${path}: ${message}` : message,
  );
  return new UsageError(`${file}: ${kind} ${name}: ${words.join('; ')}`);
}
