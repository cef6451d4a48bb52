import type { Order } from '../oracle/Order.ts';

/** One recorded completion of a pipeline. */
export interface Completion {
  readonly runId: string;
  readonly requestUid: string;
  readonly generation: number;
  readonly workflow: string;
  readonly trigger: string;
  readonly pipelineIndex: number;
}

/** Triggers that a customer asks for; others are the engine's own, once for each generation. */
const ASKED = ['retry', 'reconcile', 'resume'];

/** Pipelines that were completed more often than they were asked to, a line for each completion too many. */
export function judgeCompletions(
  completions: readonly Completion[],
  orders: readonly Order[],
): readonly string[] {
  const asked = new Map(orders.map(order => [order.uid, order.runsAsked]));
  const lines: string[] = [];
  const tell = (key: string, count: number, allowed: number) => {
    for (let extra = allowed; extra < count; extra += 1) {
      lines.push(`${key} was completed ${count} times`);
    }
  };
  for (const [key, found] of groupBy(completions, pipelineOf)) {
    const byRun = groupBy(found, ({ runId }) => runId);
    for (const [runId, twice] of byRun) {
      tell(`${key} in run ${runId}`, twice.length, 1);
    }
    const [{ requestUid }] = found;
    const ofCustomer = (wanted: boolean) =>
      [...byRun.values()].filter(
        ([{ trigger }]) => ASKED.includes(trigger) === wanted,
      ).length;
    tell(`${key} by the engine`, ofCustomer(false), 1);
    tell(
      `${key} by the customer`,
      ofCustomer(true),
      asked.get(requestUid) ?? 0,
    );
  }
  return lines;
}

function pipelineOf(completion: Completion): string {
  const { requestUid, generation, workflow, pipelineIndex } = completion;
  return `${workflow} pipeline ${pipelineIndex} of generation ${generation} of ${requestUid}`;
}

function groupBy<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return groups;
}
