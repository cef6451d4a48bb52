import type { Preview } from '@promissory/plugin-promises-common';

/** An order that brings one file. */
export function preview(more: Partial<Preview> = {}): Preview {
  return {
    isComplete: true,
    notes: [],
    requests: [
      {
        promise: { name: 'postgresql', title: 'PostgreSQL' },
        namespace: 'default',
        name: 'orders',
        depth: 0,
        change: 'Ordered',
        outcome: 'Complete',
        violations: [],
        files: [
          {
            destination: 'dev-cluster',
            path: 'clusters/dev/resources/default/postgresql/orders/database.yaml',
            change: 'Added',
            after: 'kind: Database\n',
          },
        ],
      },
    ],
    ...more,
  };
}
