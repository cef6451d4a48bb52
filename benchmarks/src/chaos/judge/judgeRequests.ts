import { expectedChildren } from '../oracle/expectedFiles.ts';
import type { Order } from '../oracle/Order.ts';

/** A row of `requests` that has not been deleted, or whose deletion is remembered. */
export interface RequestRecord {
  readonly uid: string;
  readonly promise: string;
  readonly name: string;
  readonly parentUid: string | undefined;
  readonly generation: number;
  readonly deliveredGeneration: number | undefined;
  readonly state: string;
  readonly message: string;
  readonly deleted: boolean;
}

/** What is wrong with what the database says of the requests, a line each. */
export interface RequestsVerdict {
  /** Accepted and not at its last generation. */
  readonly lost: readonly string[];
  /** Live requests that nobody asked for. */
  readonly orphans: readonly string[];
}

/** Compares what was accepted with what the database says after quiet. */
export function judgeRequests(
  orders: readonly Order[],
  records: readonly RequestRecord[],
): RequestsVerdict {
  const byUid = new Map(records.map(record => [record.uid, record]));
  const lost = orders.flatMap(order => judgeOrder(order, byUid));
  const uids = new Set(orders.map(({ uid }) => uid));
  const wanted = new Set(
    orders
      .filter(({ deleted }) => !deleted)
      .flatMap(({ uid, promise, name, specs }) => [
        ...[
          ...expectedChildren({ promise, name, spec: specs[specs.length - 1] }),
        ].map(([child]) => `${uid}/${child}`),
      ]),
  );
  const living = records.filter(({ deleted }) => !deleted);
  const children = new Map(
    living
      .filter(({ parentUid }) => parentUid !== undefined)
      .map(record => [`${record.parentUid}/${record.name}`, record]),
  );
  return {
    lost: [
      ...lost,
      ...[...wanted].flatMap(key => {
        const child = children.get(key);
        if (!child) return [`child ${key} does not exist`];
        return child.state === 'Delivered'
          ? []
          : [`child ${key} is ${child.state}: ${child.message}`];
      }),
    ],
    orphans: living.flatMap(({ uid, parentUid, promise, name }) =>
      uids.has(uid) || wanted.has(`${parentUid}/${name}`)
        ? []
        : [`request ${promise} ${name} (${uid}) is nobody's`],
    ),
  };
}

function judgeOrder(
  { promise, name, uid, specs, deleted }: Order,
  byUid: ReadonlyMap<string, RequestRecord>,
): readonly string[] {
  const what = `${promise} ${name} (${uid})`;
  const record = byUid.get(uid ?? '');
  if (!record) return [`${what} was accepted and is unknown`];
  if (deleted) {
    return record.deleted
      ? []
      : [`${what} is not deleted but ${record.state}: ${record.message}`];
  }
  const wanted = specs.length;
  const { generation, deliveredGeneration, state, message } = record;
  const isThere =
    generation === wanted &&
    deliveredGeneration === wanted &&
    state === 'Delivered' &&
    !record.deleted;
  return isThere
    ? []
    : [
        `${what} is at generation ${deliveredGeneration} of ${generation}, ${wanted} were accepted; it is ${state}: ${message}`,
      ];
}
