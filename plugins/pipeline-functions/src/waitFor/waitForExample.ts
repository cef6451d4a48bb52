import type { JsonObject } from '@promissory/plugin-promises-common';

/** Options that show names with expressions and a limit. */
export const waitForExample: JsonObject = {
  requests: [
    { promise: 'postgresql', name: '${{ metadata.name }}-db' },
    { promise: 'namespace', namespace: 'teams', name: '${{ spec.team }}' },
  ],
  retryAfter: '10s',
  limit: '30m',
};
