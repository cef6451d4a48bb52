import { backendSetUps } from './backend';
import { catalogSetUps } from './catalog';
import { deliverySetUps } from './delivery';
import { promiseSetUps } from './promises';
import type { BrokenSetUp } from './BrokenSetUp';

export type { BrokenSetUp } from './BrokenSetUp';

export const brokenSetUps: readonly BrokenSetUp[] = [
  ...catalogSetUps,
  ...promiseSetUps,
  ...deliverySetUps,
  ...backendSetUps,
];
