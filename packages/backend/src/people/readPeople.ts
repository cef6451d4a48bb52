import type { Config } from '@backstage/config';
import { z } from 'zod/v4';

const peopleSchema = z.array(
  z.object({
    ref: z.string().min(1),
    name: z.string().min(1),
    role: z.enum([
      'developer',
      'platform-engineer',
      'security-engineer',
      'visitor',
    ]),
    description: z.string(),
  }),
);

/** Somebody of `developmentSignIn.people`. */
export type Person = z.infer<typeof peopleSchema>[number];

/** What somebody is in the demo; the permission policy goes by it. */
export type PersonRole = Person['role'];

/** Reads `developmentSignIn.people`; none where it is not configured. Throws with the path of what is wrong. */
export function readPeople(config: Config): readonly Person[] {
  const parsed = peopleSchema.safeParse(
    config.getOptional('developmentSignIn.people') ?? [],
  );
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0];
    throw new Error(
      `developmentSignIn.people${path
        .map(part => `[${String(part)}]`)
        .join('')}: ${message}`,
    );
  }
  return parsed.data;
}
