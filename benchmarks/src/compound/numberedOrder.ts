import type { Order } from '../golden-path/readOrders.ts';
import { renamedOrder } from '../golden-path/renamedOrder.ts';

/** The n-th copy of an order. */
export function numberedOrder(order: Order, n: number): Order {
  return renamedOrder(order, `${order.name}-${n}`);
}
