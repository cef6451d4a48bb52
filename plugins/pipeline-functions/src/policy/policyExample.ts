import type { JsonObject } from '@promissory/plugin-promises-common';

/** Options that show both scopes, both severities, conditions, loops and messages. */
export const policyExample: JsonObject = {
  rules: [
    {
      name: 'replicas-in-dev',
      when: 'spec.environment == "dev"',
      expression: 'spec.replicas <= 3',
      message: 'at most 3 replicas in dev, not ${{ spec.replicas }}',
      field: 'spec.replicas',
    },
    {
      name: 'memory-limit',
      scope: 'document',
      match: { apiGroups: ['apps'], kinds: ['Deployment', 'StatefulSet'] },
      forEach: { in: 'containers', as: 'container' },
      expression: 'container.?resources.limits.memory.hasValue()',
      message: 'container ${{ container.name }} has no limit of memory',
    },
    {
      name: 'pinned-image',
      scope: 'document',
      severity: 'warning',
      expression: 'containers.all(c, !c.image.endsWith(":latest"))',
      messageExpression:
        '"pin the images of " + containers.map(c, c.name).join(", ")',
    },
  ],
};
