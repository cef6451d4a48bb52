import type { Zod } from './Zod';

/** Until when an order or a change is waited for. */
export const deliveryGoalInput = (absent: string) => (z: Zod) =>
  z
    .enum(['none', 'accepted', 'delivered', 'ready'])
    .optional()
    .describe(
      `Until when to wait. none: not at all. accepted: its workflow has started. delivered: everything is written to its destinations. ready is refused, because nothing reports it. Default: ${absent}`,
    );
