import type { ConfigApi } from '@backstage/core-plugin-api';

/** Somebody whom the development sign-in offers. */
export interface Person {
  readonly ref: string;
  readonly name: string;
  readonly role: string;
  readonly description: string;
}

/** People under `developmentSignIn.people`, in their order. */
export function readPeople(config: ConfigApi): readonly Person[] {
  return (config.getOptionalConfigArray('developmentSignIn.people') ?? []).map(
    person => ({
      ref: person.getString('ref'),
      name: person.getString('name'),
      role: person.getString('role'),
      description: person.getString('description'),
    }),
  );
}
