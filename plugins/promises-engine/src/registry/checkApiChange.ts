import type { Finding, PromiseApi } from '@promissory/plugin-promises-common';

/**
 * What speaks against a new definition of a Promise that has requests: they are named by the API under which they were
 * ordered. In the words of Kratix.
 */
export function checkApiChange(options: {
  readonly before: PromiseApi | undefined;
  readonly after: PromiseApi | undefined;
  readonly liveRequests: number;
}): Finding[] {
  const { before, after, liveRequests } = options;
  if (!before || liveRequests === 0) {
    return [];
  }
  if (!after) {
    return [
      {
        severity: 'error',
        path: 'spec.api',
        message: `cannot remove API from existing promise: it has ${liveRequests} requests`,
      },
    ];
  }
  return [
    {
      path: 'spec.api.spec.group',
      changed: before.group !== after.group,
      value: after.group,
    },
    {
      path: 'spec.api.spec.names.kind',
      changed: before.kind !== after.kind,
      value: after.kind,
    },
    {
      path: 'spec.api.spec.names.plural',
      changed: before.plural !== after.plural,
      value: after.plural,
    },
  ]
    .filter(({ changed }) => changed)
    .map(({ path, value }) => ({
      severity: 'error',
      path,
      message: `Invalid value: "${value}": field is immutable while the Promise has ${liveRequests} requests`,
    }));
}
