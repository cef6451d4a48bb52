import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';

/** What the parent process may tell this one. */
interface Order {
  /** The process ends when it reaches the point of that workflow; without, it lives on. */
  readonly endAt?: { readonly point: string; readonly workflow: string };
  /** File that is written before the process ends, with the point that was reached; where it is there, another ended. */
  readonly file: string;
}

/** As the engine publishes it. */
interface ReachedPoint {
  readonly point: string;
  readonly workflow: string;
  readonly owner?: string;
}

/**
 * Ends this process as a crash would, at a point of the engine that its parent process names. Answers the parent with
 * who the engine is in the leases that it takes.
 */
export function endAtPoint(): void {
  let order: Order | undefined;
  let leaseOwner: string | undefined;
  process.on('message', message => {
    order = message as Order;
    process.send?.({ owner: leaseOwner });
  });
  subscribe('promissory:engine:point', message => {
    const { point, workflow, owner } = message as ReachedPoint;
    leaseOwner = owner ?? leaseOwner;
    if (order?.endAt?.point === point && order.endAt.workflow === workflow) {
      const death = { point, workflow, owner: leaseOwner, at: Date.now() };
      if (writeFirst(order.file, JSON.stringify(death))) {
        process.kill(process.pid, 'SIGKILL');
      }
    }
  });
}

/** Whether nobody has written the file before: one process ends, not all that reach the point. */
function writeFirst(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
