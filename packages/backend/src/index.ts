import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-proxy-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));

// Who you are, and what you may do
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('./developmentSignIn'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./permissions'));

// Catalog
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@promissory/plugin-catalog-backend-module-promises'));

// Templates
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@promissory/plugin-scaffolder-backend-module-promises'));
backend.add(import('./localGit'));

// Actions for assistants
backend.add(import('@backstage/plugin-mcp-actions-backend'));

// Search
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@promissory/plugin-search-backend-module-promises'));

// Promises
backend.add(import('@promissory/plugin-promises-backend'));

backend.start();
