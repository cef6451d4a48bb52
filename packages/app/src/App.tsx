import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { navigationModule } from './navigation';
import { signInModule } from './signIn';

/** All other plugins are found through the dependencies of this package (`app.packages: all`). */
export default createApp({
  features: [catalogPlugin, navigationModule, signInModule],
});
