import type { Order } from './readOrders.ts';

/** An order by another name, wherever it is written: no two may share a host or a path. */
export function renamedOrder(order: Order, name: string): Order {
  return {
    ...order,
    name,
    spec: JSON.parse(
      JSON.stringify(order.spec).replaceAll(order.name, name),
    ) as unknown,
  };
}
