import { AuthenticationError } from '@backstage/errors';
import type { SignInResolver } from '@backstage/plugin-auth-node';
import type { Person } from '../people';

/** Signs in as a User of the catalog, if it is one of the people that are offered. */
export function signInAsPerson(
  people: readonly Person[],
): SignInResolver<{ person: string }> {
  return async ({ result }, context) => {
    if (!people.some(person => person.ref === result.person)) {
      throw new AuthenticationError(
        `${result.person} is not one of developmentSignIn.people`,
      );
    }
    return context.signInWithCatalogUser({ entityRef: result.person });
  };
}
