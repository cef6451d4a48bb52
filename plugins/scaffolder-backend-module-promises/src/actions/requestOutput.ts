import type { Zod } from './Zod';

/** What every action tells of the request. */
export const requestOutput = {
  uid: (z: Zod) => z.string().describe('Uid of the request'),
  entityRef: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        'Entity ref of the request in the catalog, where requests have entities',
      ),
  url: (z: Zod) => z.string().describe('Its status page'),
  promise: (z: Zod) => z.string().describe('Name of the Promise'),
  namespace: (z: Zod) => z.string().describe('Its namespace'),
  name: (z: Zod) => z.string().describe('Its name'),
  generation: (z: Zod) => z.number().describe('Its generation'),
  state: (z: Zod) =>
    z.string().describe('Name of its state as the step has seen it last'),
  message: (z: Zod) => z.string().describe('What the state says'),
  reached: (z: Zod) =>
    z
      .boolean()
      .describe('false where the wait ended first and it is still running'),
  status: (z: Zod) =>
    z
      .record(z.any())
      .describe(
        'Outputs of the Promise: what its pipelines wrote to status.yaml',
      ),
};
