import type { JsonObject } from '@promissory/plugin-promises-common';

/** Options that show files, loops, conditions, selectors and status. */
export const renderExample: JsonObject = {
  files: [
    {
      path: 'namespace.yaml',
      content: {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name: '${{ metadata.name }}',
          labels: '${{ spec.labels }}',
        },
      },
    },
    {
      path: 'quota.yaml',
      when: 'has(spec.quota)',
      content: {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'quota', namespace: '${{ metadata.name }}' },
        spec: { hard: { pods: '${{ spec.quota.pods }}' } },
      },
    },
    {
      path: 'admins/${{ admin }}.yaml',
      forEach: { in: 'spec.admins', as: 'admin' },
      content: 'admin: ${{ admin }}\n',
    },
  ],
  destinationSelectors: [
    { matchLabels: { environment: '${{ spec.environment }}' } },
  ],
  status: {
    message: 'Namespace ${{ metadata.name }} is written',
    namespace: '${{ metadata.name }}',
  },
};
