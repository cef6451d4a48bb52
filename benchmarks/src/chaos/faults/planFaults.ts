import type { Random } from '../../random/createRandom.ts';
import type { Point } from '../replicas/Replica.ts';

/** Moments of a request at which a process is killed; the engine names them. */
export const POINTS = [
  'claimed',
  'runStored',
  'stepDone',
  'outputsStored',
  'workWritten',
  'placed',
  'beforePush',
  'afterPush',
  'recorded',
] as const;

/** Every point of every workflow. */
export const ALL_POINTS: readonly Point[] = (
  ['configure', 'delete'] as const
).flatMap(workflow => POINTS.map(point => ({ point, workflow })));

/** What goes wrong otherwise. */
export type OtherFault =
  /** A process is killed at any moment. */
  | 'random'
  /** A process is stopped for longer than its leases, and goes on then. */
  | 'pause'
  /** The database server ends and comes back. */
  | 'restart'
  /** The remote refuses pushes for a while. */
  | 'refuse'
  /** The remote does not answer a push for a while. */
  | 'hang'
  /** The process whose push is not answered is killed; the push is accepted afterwards. */
  | 'hangAndKill'
  /** The remote ends when it has accepted a push, and does not say so. */
  | 'fail'
  /** Somebody else commits while a push is under way. */
  | 'race';

/** One round of trouble. */
export type Fault =
  | { readonly kind: 'point'; readonly point: Point }
  | { readonly kind: OtherFault };

/** A random kill for each other fault. */
const OTHERS: readonly OtherFault[] = [
  'pause',
  'restart',
  'refuse',
  'hang',
  'hangAndKill',
  'fail',
  'race',
].flatMap((kind): OtherFault[] => ['random', kind as OtherFault]);

/**
 * So many rounds: two points for each other fault, each point before any comes twice, and so for the other faults.
 */
export function planFaults(options: {
  readonly rounds: number;
  readonly random: Random;
  /** SQLite has no server. */
  readonly hasServer: boolean;
}): readonly Fault[] {
  const { rounds, random, hasServer } = options;
  const points = endless(ALL_POINTS, random);
  const others = endless(
    OTHERS.filter(kind => hasServer || kind !== 'restart'),
    random,
  );
  return Array.from(
    { length: rounds },
    (_, round): Fault =>
      round % 3 === 2 ? { kind: others() } : { kind: 'point', point: points() },
  );
}

function endless<T>(values: readonly T[], random: Random): () => T {
  let deck: T[] = [];
  return () => {
    if (deck.length === 0) deck = random.shuffle(values);
    return deck.pop()!;
  };
}
