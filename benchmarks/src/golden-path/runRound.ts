import type { PortalClient } from '../portal/PortalClient.ts';
import { waitUntil } from '../portal/waitUntil.ts';
import { compareTrees, type FileTree, type GitRemote } from './GitRemote.ts';
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
  readonly orders: readonly Order[];
  readonly changes: readonly Order[];
  readonly expected: {
    readonly before: FileTree;
    readonly ordered: FileTree;
    readonly changed: FileTree;
  };
  /** Called when the orders are delivered, and when they are deleted, before the remote is compared. */
  readonly onDelivered: () => Promise<void>;
  readonly onDeleted: () => Promise<void>;
}

/** Milliseconds of one round, and everything that was not as expected. */
export interface RoundResult {
  readonly deliveredMs: number;
  readonly changedMs: number;
  readonly deletedMs: number;
  readonly differences: readonly string[];
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

/** Orders, changes and deletes everything once. */
export async function runRound(options: RoundOptions): Promise<RoundResult> {
  const { client, remote, expected } = options;
  const path = (order: Order) =>
    `/promises/${options.promiseOf(order.kind)}/requests/${order.namespace}/${
      order.name
    }`;

  const ordering = performance.now();
  const uids = await Promise.all(
    options.orders.map(async order => {
      const { body } = await client.expect([201], 'PUT', path(order), {
        body: { spec: order.spec },
        headers: { 'if-none-match': '*' },
      });
      return (body as { uid: string }).uid;
    }),
  );
  const deliveredMs = await waitForTree(remote, expected.ordered, ordering);
  await options.onDelivered();
  const differences = compareTrees(
    (await remote.clone()).files,
    expected.ordered,
  ).map(line => `ordered: ${line}`);

  const etags = await Promise.all(
    options.changes.map(async change => {
      const index = options.orders.findIndex(
        order => order.kind === change.kind && order.name === change.name,
      );
      return (await client.expect([200], 'GET', `/requests/${uids[index]}`))
        .etag;
    }),
  );
  const changing = performance.now();
  await Promise.all(
    options.changes.map((change, index) =>
      client.expect([200], 'PUT', path(change), {
        body: { spec: change.spec },
        headers: { 'if-match': etags[index] ?? '' },
      }),
    ),
  );
  const changedMs = await waitForTree(remote, expected.changed, changing);

  const deleting = performance.now();
  await Promise.all(
    uids.map(uid => client.expect([202], 'DELETE', `/requests/${uid}`)),
  );
  const deletedMs = await waitForTree(remote, expected.before, deleting);
  await Promise.all(
    uids.map(uid =>
      waitUntil(
        `request ${uid} to be Deleted`,
        async () => {
          const { body } = await client.expect(
            [200],
            'GET',
            `/requests/${uid}`,
          );
          return (
            (body as { state: { name: string } }).state.name === 'Deleted' ||
            undefined
          );
        },
        { timeoutMs: DELIVERY_TIMEOUT_MS, everyMs: 20 },
      ),
    ),
  );
  await options.onDeleted();
  const leftoverFiles = compareTrees(
    (await remote.clone()).files,
    expected.before,
  );

  return { deliveredMs, changedMs, deletedMs, differences, leftoverFiles };
}
