import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';

/** Header in which the sign-in page names the chosen person's entity ref. */
const PERSON_HEADER = 'x-promissory-person';

/** Takes the person from the request: the choice on the sign-in page is all the proof that there is. */
export const developmentAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize() {},
  async authenticate({ req }) {
    const person = req.header(PERSON_HEADER);
    if (!person) {
      throw new AuthenticationError(
        `The header ${PERSON_HEADER} is missing: choose a person on the sign-in page`,
      );
    }
    return { result: { person } };
  },
});
