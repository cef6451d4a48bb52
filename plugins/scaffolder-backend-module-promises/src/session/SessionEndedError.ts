import { CustomErrorBase } from '@backstage/errors';

/** The token of the person who started the task is no longer taken. */
export class SessionEndedError extends CustomErrorBase {
  name = 'SessionEndedError' as const;

  constructor(cause: unknown) {
    super(
      'Your sign-in has ended: sign in again and start the task anew, or look at the request on its page',
      cause,
    );
  }
}
