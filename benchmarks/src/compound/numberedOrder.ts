import type { Order } from '../golden-path/readOrders.ts';

/** The n-th copy of an order: its name is another one wherever it is written, so that no two share a host or a path. */
export function numberedOrder(order: Order, n: number): Order {
  const name = `${order.name}-${n}`;
  return {
    ...order,
    name,
    spec: JSON.parse(
      JSON.stringify(order.spec).replaceAll(order.name, name),
    ) as unknown,
  };
}
