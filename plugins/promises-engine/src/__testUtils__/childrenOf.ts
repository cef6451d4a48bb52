import { childKey } from '../children/childKey';
import {
  NO_CHILDREN,
  type ChildFacts,
  type ChildrenFacts,
  type WantedChild,
} from '../children/types';

/** A Delivered child that is wanted as it is by {@link wantedOf}. */
export function childOf(other: Partial<ChildFacts> = {}): ChildFacts {
  return {
    uid: 'child-1',
    promiseId: 'promise-2',
    promiseName: 'postgresql',
    namespace: 'default',
    name: 'db',
    group: 'example.com',
    kind: 'postgresql',
    ownerRef: 'group:default/web',
    requestedBy: 'user:default/alice',
    labels: {},
    annotations: {},
    spec: { size: 'small' },
    state: { name: 'Delivered', reason: 'Reconciled', message: 'Written' },
    deleting: false,
    delivered: true,
    ...other,
  };
}

/** A document that asks for {@link childOf}. */
export function wantedOf(other: Partial<WantedChild> = {}): WantedChild {
  const spec = other.spec ?? { size: 'small' };
  const name = other.name ?? 'db';
  return {
    promise: {
      id: 'promise-2',
      name: 'postgresql',
      group: 'example.com',
      kind: 'postgresql',
      state: 'Available',
      message: 'Ready to fulfil resource requests',
      revisionId: 'revision-2',
    },
    namespace: 'default',
    name,
    document: {
      group: 'example.com',
      version: 'v1',
      kind: 'postgresql',
      name,
      labels: {},
      annotations: {},
      spec,
      errors: [],
    },
    filepath: 'db.yaml',
    id: 'sha#0',
    spec,
    errors: [],
    mayOwn: true,
    ...other,
  };
}

/** Facts about children; what is wanted is written, and more where it is said. */
export function childrenOf(
  parts: Partial<Omit<ChildrenFacts, 'written'>> & {
    readonly alsoWritten?: ReadonlyArray<ChildFacts>;
  } = {},
): ChildrenFacts {
  const { alsoWritten = [], ...facts } = parts;
  const { wanted = [] } = facts;
  return {
    ...NO_CHILDREN,
    ...facts,
    written: new Set([
      ...wanted.map(({ document, namespace, name }) =>
        childKey({ ...document, namespace, name }),
      ),
      ...alsoWritten.map(childKey),
    ]),
  };
}
