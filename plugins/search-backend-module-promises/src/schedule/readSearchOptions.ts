import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';

/** How the index is made. */
export interface SearchOptions {
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  /** Between runs that changes ask for. */
  readonly pauseMs: number;
  /** Where the app has mounted the pages. */
  readonly pagePath: string;
  /** How many Promises or requests are read at once. */
  readonly pageSize: number;
}

const SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 3 },
};

/** Reads `search.collators.promises`, and where the pages are from `promises.catalog.pagePath`. */
export function readSearchOptions(config: Config): SearchOptions {
  const own = config.getOptionalConfig('search.collators.promises');
  const schedule = own?.getOptionalConfig('schedule');
  return {
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : SCHEDULE,
    pauseMs: (own?.getOptionalNumber('pauseSeconds') ?? 10) * 1_000,
    pagePath:
      config.getOptionalString('promises.catalog.pagePath') ?? '/promises',
    // The most that the promises backend answers at once.
    pageSize: 200,
  };
}
