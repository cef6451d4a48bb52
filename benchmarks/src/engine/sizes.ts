/** How much is measured. */
export interface Sizes {
  /** Plain orders that are sent at once. */
  readonly orders: number;
  readonly compoundOrders: number;
  /** Orders before those that count. */
  readonly warmUp: number;
  /** Tasks of the scaffolder. */
  readonly tasks: number;
  /** At rest. */
  readonly requests: number;
  readonly idleSettleMs: number;
  readonly idleSeconds: number;
  readonly memoryOrders: number;
  readonly memoryWarmUp: number;
  readonly memoryPoints: number;
}

export const FULL: Sizes = {
  orders: 200,
  compoundOrders: 20,
  warmUp: 100,
  tasks: 60,
  requests: 10_000,
  idleSettleMs: 20_000,
  idleSeconds: 30,
  memoryOrders: 100,
  memoryWarmUp: 4,
  memoryPoints: 6,
};

/** For `--short`: says whether everything works, not how fast. */
export const SHORT: Sizes = {
  orders: 30,
  compoundOrders: 2,
  warmUp: 5,
  tasks: 8,
  requests: 100,
  idleSettleMs: 5_000,
  idleSeconds: 10,
  memoryOrders: 5,
  memoryWarmUp: 1,
  memoryPoints: 3,
};
