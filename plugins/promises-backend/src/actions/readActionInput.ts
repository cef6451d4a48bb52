import { InputError } from '@backstage/errors';
import type { JsonObject } from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';

const absent = (value: unknown) => (value === null ? undefined : value);
const optionalText = z.preprocess(absent, z.string().optional());

const inputSchema = z.strictObject({
  name: z.string(),
  namespace: optionalText,
  owner: optionalText,
  spec: z.preprocess(absent, z.record(z.string(), z.unknown()).default({})),
});

/** Input of a Promise's action. */
export interface ActionInput {
  readonly name: string;
  readonly namespace?: string;
  readonly owner?: string;
  readonly spec: JsonObject;
}

/** Reads an action's input. Throws an InputError that names every field that is wrong. */
export function readActionInput(input: unknown): ActionInput {
  const result = inputSchema.safeParse(input);
  if (result.success) return result.data;
  throw new InputError(
    result.error.issues
      .map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`)
      .join('; '),
  );
}
