import { useState } from 'react';
import type { IdentityApi } from '@backstage/core-plugin-api';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { ProxiedSignInPage } from '@backstage/core-components';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { chosenPerson } from './chosenPerson';
import { PersonList } from './PersonList';
import { readPeople } from './readPeople';

/** Offers the people of the configuration and signs in as the one that is chosen. */
export function DevelopmentSignInPage(props: SignInPageProps) {
  const people = readPeople(useApi(configApiRef));
  const [ref, setRef] = useState(() => {
    const stored = chosenPerson.get();
    return people.some(person => person.ref === stored) ? stored : undefined;
  });

  const choose = (chosen: string | undefined) => {
    if (chosen) {
      chosenPerson.set(chosen);
    } else {
      chosenPerson.clear();
    }
    setRef(chosen);
  };

  if (!ref) {
    return <PersonList people={people} onChoose={choose} />;
  }

  return (
    <ProxiedSignInPage
      {...props}
      provider="development"
      headers={{ 'x-promissory-person': ref }}
      onSignInSuccess={(identity: IdentityApi) => {
        const signOut = identity.signOut.bind(identity);
        identity.signOut = async () => {
          chosenPerson.clear();
          await signOut();
        };
        props.onSignInSuccess(identity);
      }}
      ErrorComponent={({ error }) => (
        <PersonList
          people={people}
          onChoose={choose}
          error={error}
          onRetry={() => choose(undefined)}
        />
      )}
    />
  );
}
