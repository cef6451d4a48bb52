import type { Zod } from './Zod';

/** How an action names a request that is there. */
export const referenceInput = {
  uid: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('Uid of the request, for example from an earlier step'),
  promise: (z: Zod) =>
    z.string().optional().describe('Name of the Promise, in place of uid'),
  namespace: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('Namespace of the request, in place of uid; default: default'),
  name: (z: Zod) =>
    z.string().optional().describe('Name of the request, in place of uid'),
};
