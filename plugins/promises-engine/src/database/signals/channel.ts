import { z } from 'zod/v4';

/** Channel of LISTEN and NOTIFY on Postgres. */
export const CHANNEL = 'promissory';

/** Payload of a notification. */
export const notificationSchema = z.object({
  sender: z.string(),
  topic: z.enum(['events', 'work']),
  detail: z.string(),
});
