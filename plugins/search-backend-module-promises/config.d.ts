import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** Promises and requests in the search. */
      promises?: {
        /** When all of them are read, whether or not something changed. Default: every 10 minutes. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** Seconds between runs that changes of Promises and requests ask for. Default: 10. */
        pauseSeconds?: number;
      };
    };
  };
}
