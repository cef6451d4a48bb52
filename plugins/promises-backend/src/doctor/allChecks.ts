import { actionsCheck } from './checks/actions';
import { catalogLocationsCheck } from './checks/catalogLocations';
import { catalogRulesCheck } from './checks/catalogRules';
import { clockCheck } from './checks/clock';
import { databaseCheck } from './checks/database';
import { destinationsCheck } from './checks/destinations';
import { eventDeliveryCheck } from './checks/eventDelivery';
import { namespacesCheck } from './checks/namespaces';
import { permissionsCheck } from './checks/permissions';
import { promisesCheck } from './checks/promises';
import { runnersCheck } from './checks/runners';
import { secretsCheck } from './checks/secrets';
import { stateStoresCheck } from './checks/stateStores';
import { trustedLocationsCheck } from './checks/trustedLocations';
import { versionsCheck } from './checks/versions';
import { workQueueCheck } from './checks/workQueue';
import type { Check } from './types';

/** Every part of the installation, in the order in which they are shown. */
export const allChecks: readonly Check[] = [
  trustedLocationsCheck,
  catalogRulesCheck,
  catalogLocationsCheck,
  promisesCheck,
  runnersCheck,
  namespacesCheck,
  destinationsCheck,
  stateStoresCheck,
  secretsCheck,
  databaseCheck,
  workQueueCheck,
  eventDeliveryCheck,
  clockCheck,
  versionsCheck,
  actionsCheck,
  permissionsCheck,
];
