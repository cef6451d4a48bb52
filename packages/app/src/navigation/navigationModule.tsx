import {
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { Navigate } from 'react-router-dom';
import { NavigationSidebar } from './NavigationSidebar';

/** The sidebar, and the way from the bare address to the marketplace. */
export const navigationModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    NavContentBlueprint.make({ params: { component: NavigationSidebar } }),
    PageBlueprint.make({
      name: 'landing',
      params: {
        path: '/',
        noHeader: true,
        loader: async () => <Navigate to="/promises" replace />,
      },
    }),
  ],
});
