import {
  Alert,
  Button,
  Card,
  CardBody,
  Container,
  Flex,
  Text,
} from '@backstage/ui';
import type { Person } from './readPeople';

/** The choice of people, and why the last choice did not work. */
export function PersonList(props: {
  readonly people: readonly Person[];
  readonly onChoose: (ref: string) => void;
  readonly error?: Error;
  readonly onRetry?: () => void;
}) {
  const { people, onChoose, error, onRetry } = props;
  return (
    <main>
      <Container py="8">
        <Flex
          direction="column"
          gap="4"
          style={{ maxWidth: 560, margin: '0 auto' }}
        >
          <Text as="h1" variant="title-medium" weight="bold">
            Sign in to Promissory
          </Text>
          <Text as="p" color="secondary">
            This portal runs for development: choose who you are. Nobody is
            asked for a password.
          </Text>
          {error && (
            <Alert
              status="danger"
              title="You could not be signed in"
              description={`${error.message} Right after the first start the people may still be on their way into the catalog: try again in a few seconds.`}
              customActions={
                <Button variant="secondary" onPress={onRetry}>
                  Choose again
                </Button>
              }
            />
          )}
          {!error && people.length === 0 && (
            <Alert
              status="warning"
              title="Nobody to choose"
              description="The configuration has no developmentSignIn.people. Add some, or set up a real sign-in provider."
            />
          )}
          {!error &&
            people.map(person => (
              <Card
                key={person.ref}
                onPress={() => onChoose(person.ref)}
                label={`Sign in as ${person.name}`}
              >
                <CardBody>
                  <Flex direction="column" gap="1">
                    <Text weight="bold">{person.name}</Text>
                    <Text color="secondary">{person.description}</Text>
                  </Flex>
                </CardBody>
              </Card>
            ))}
        </Flex>
      </Container>
    </main>
  );
}
