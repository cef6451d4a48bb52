import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { describeRefusal } from '../session/describeRefusal';
import { PromisesSession } from '../session/PromisesSession';
import type { ActionServices } from './ActionServices';

/** Runs an action with the rights of who started the task; the API's refusals become errors that a task log can show. */
export async function runForPerson(
  services: ActionServices,
  context: {
    readonly signal?: AbortSignal;
    getInitiatorCredentials(): Promise<BackstageCredentials>;
  },
  run: (session: PromisesSession) => Promise<void>,
): Promise<void> {
  const session = PromisesSession.create({
    ...services,
    credentials: await context.getInitiatorCredentials(),
    signal: context.signal,
  });
  try {
    await run(session);
  } catch (error) {
    throw describeRefusal(error);
  }
}
