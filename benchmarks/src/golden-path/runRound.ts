import type { PortalClient } from '../portal/PortalClient.ts';
import { waitUntil } from '../portal/waitUntil.ts';
import { compareTrees, type FileTree, type GitRemote } from './GitRemote.ts';
import type { Phase } from './phases.ts';
import type { Order } from './readOrders.ts';

const DELIVERY_TIMEOUT_MS = 20_000;
// Asking costs processes that what is measured has to share the cores with.
const HEAD_INTERVAL_MS = 20;

/** What a round works with. */
export interface RoundOptions {
  readonly client: PortalClient;
  readonly remote: GitRemote;
  /** Name of the Promise that offers a kind. */
  readonly promiseOf: (kind: string) => string;
  /** The first orders, the others change what was ordered. */
  readonly phases: readonly Phase[];
  /** What Promises and Destinations bring themselves. */
  readonly before: FileTree;
  /** Live children, and how many a tree asks for. */
  readonly countChildren: () => number;
  readonly childrenIn: (tree: FileTree) => number;
  /** Told of everything that is not as expected, also where the round does not come to its end. */
  readonly onDifference: (line: string) => void;
  /** Called when the orders are delivered, and when they are deleted, before the remote is compared. */
  readonly onDelivered: () => Promise<void>;
  readonly onDeleted: () => Promise<void>;
}

/** Milliseconds of one round, and what it left behind. */
export interface RoundResult {
  readonly deliveredMs: number;
  /** of each change */
  readonly changedMs: readonly number[];
  readonly deletedMs: number;
  /** children after each phase */
  readonly children: Readonly<Record<string, number>>;
  readonly leftoverFiles: readonly string[];
}

/** Waits for a head of the branch that is not `last`. */
async function waitForHead(
  remote: GitRemote,
  last: string | undefined,
  what: string,
  timeoutMs: number,
): Promise<string | undefined> {
  return waitUntil(
    what,
    async () => {
      const head = await remote.head();
      return head !== last ? head : undefined;
    },
    { timeoutMs, everyMs: HEAD_INTERVAL_MS },
  );
}

/**
 * Waits until the remote holds exactly the tree, and returns the milliseconds until `ls-remote` showed its commit: not
 * until the clone that proves it was read.
 */
async function waitForTree(
  remote: GitRemote,
  expected: FileTree,
  since: number,
): Promise<number> {
  let last: string | undefined;
  let differences: readonly string[] = ['nothing there yet'];
  for (;;) {
    const head = await waitForHead(
      remote,
      last,
      `the expected tree (${differences.slice(0, 5).join('; ')})`,
      DELIVERY_TIMEOUT_MS - (performance.now() - since),
    );
    const seenAt = performance.now();
    const { commit, files } = await remote.clone();
    last = commit;
    differences = compareTrees(files, expected);
    if (differences.length === 0) {
      // A clone that is newer than what was seen proves nothing about the moment before it.
      return (commit === head ? seenAt : performance.now()) - since;
    }
  }
}

/** Waits until the request is in the state. */
async function waitForState(
  client: PortalClient,
  uid: string,
  state: string,
): Promise<void> {
  let last = '';
  await waitUntil(
    `request ${uid} to be ${state}`,
    async () => {
      const { body } = await client.expect([200], 'GET', `/requests/${uid}`);
      const { name, message } = (
        body as { state: { name: string; message: string } }
      ).state;
      last = `${name}: ${message}`;
      return name === state || undefined;
    },
    { timeoutMs: DELIVERY_TIMEOUT_MS, everyMs: 20 },
  ).catch(error => {
    throw new Error(`${error.message}; it is ${last}`);
  });
}

/** Orders, changes and deletes everything once. */
export async function runRound(options: RoundOptions): Promise<RoundResult> {
  const { client, remote, before } = options;
  const [ordered, ...changes] = options.phases;
  const path = ({ kind, namespace, name }: Order) =>
    `/promises/${options.promiseOf(kind)}/requests/${namespace}/${name}`;
  const uids = new Map<string, string>();
  const children: Record<string, number> = {};

  async function settle({ name, expected }: Phase): Promise<void> {
    for (const uid of uids.values())
      await waitForState(client, uid, 'Delivered');
    const wanted = options.childrenIn(expected);
    children[name] = options.countChildren();
    if (children[name] !== wanted) {
      options.onDifference(
        `${name}: ${children[name]} children, the expected files ask for ${wanted}`,
      );
    }
  }

  const ordering = performance.now();
  await Promise.all(
    ordered.orders.map(async order => {
      const { body } = await client.expect([201], 'PUT', path(order), {
        body: { spec: order.spec },
        headers: { 'if-none-match': '*' },
      });
      uids.set(path(order), (body as { uid: string }).uid);
    }),
  );
  const deliveredMs = await waitForTree(remote, ordered.expected, ordering);
  await options.onDelivered();
  for (const line of compareTrees(
    (await remote.clone()).files,
    ordered.expected,
  )) {
    options.onDifference(`ordered: ${line}`);
  }
  await settle(ordered);

  const changedMs: number[] = [];
  for (const phase of changes) {
    const etags = await Promise.all(
      phase.orders.map(
        async order =>
          (
            await client.expect(
              [200],
              'GET',
              `/requests/${uids.get(path(order))}`,
            )
          ).etag,
      ),
    );
    const changing = performance.now();
    await Promise.all(
      phase.orders.map((order, index) =>
        client.expect([200], 'PUT', path(order), {
          body: { spec: order.spec },
          headers: { 'if-match': etags[index] ?? '' },
        }),
      ),
    );
    changedMs.push(await waitForTree(remote, phase.expected, changing));
    await settle(phase);
  }

  const deleting = performance.now();
  await Promise.all(
    [...uids.values()].map(uid =>
      client.expect([202], 'DELETE', `/requests/${uid}`),
    ),
  );
  const deletedMs = await waitForTree(remote, before, deleting);
  for (const uid of uids.values()) await waitForState(client, uid, 'Deleted');
  await options.onDeleted();
  const left = options.countChildren();
  return {
    deliveredMs,
    changedMs,
    deletedMs,
    children,
    leftoverFiles: [
      ...compareTrees((await remote.clone()).files, before),
      ...(left > 0 ? [`${left} children live on`] : []),
    ],
  };
}
