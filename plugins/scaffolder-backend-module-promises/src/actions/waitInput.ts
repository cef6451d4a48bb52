import type { Zod } from './Zod';

/** What every action that waits takes. */
export const waitInput = {
  timeout: (z: Zod) =>
    z
      .object({
        hours: z.number().min(0).optional(),
        minutes: z.number().min(0).optional(),
        seconds: z.number().min(0).optional(),
      })
      .optional()
      .describe(
        'How long to wait at most; until the sign-in of who started the task ends where absent',
      ),
  failIfStillRunning: (z: Zod) =>
    z
      .boolean()
      .optional()
      .describe(
        'Fail the step when the wait ends before its goal is reached; default: false, the step ends with reached: false and the link',
      ),
};
