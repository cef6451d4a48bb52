import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

/** The sign-in page of the demo portal: pick one of the people named in the configuration. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: {
        loader: () =>
          import('./DevelopmentSignInPage').then(
            module => module.DevelopmentSignInPage,
          ),
      },
    }),
  ],
});
