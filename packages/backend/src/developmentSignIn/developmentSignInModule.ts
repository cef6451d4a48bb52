import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { readPeople } from '../people';
import { developmentAuthenticator } from './developmentAuthenticator';
import { signInAsPerson } from './signInAsPerson';

/**
 * Sign-in without a password, for development only: whoever is named under `developmentSignIn.people` may be chosen.
 * Refuses to start in production, where anybody could be anybody.
 */
export const developmentSignInModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'development-sign-in',
  register(env) {
    env.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ providers, config, logger }) {
        const people = readPeople(config);
        if (people.length === 0) {
          return;
        }
        if (process.env.NODE_ENV === 'production') {
          throw new Error(
            'developmentSignIn.people is set, but this is production: remove it and configure an auth provider',
          );
        }
        logger.warn(
          `Development sign-in is on: ${people.length} people can be chosen without a password`,
        );
        providers.registerProvider({
          providerId: 'development',
          factory: createProxyAuthProviderFactory({
            authenticator: developmentAuthenticator,
            signInResolver: signInAsPerson(people),
          }),
        });
      },
    });
  },
});
