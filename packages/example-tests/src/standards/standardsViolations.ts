import type { JsonObject } from '@promissory/plugin-promises-common';

/** An order of a microservice that breaks one rule of the company standards. */
export interface StandardsViolation {
  /** Name of the rule. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** Laid over {@link validMicroserviceSpec}, field by field at the top; null takes a field away. */
  readonly patch: JsonObject;
  /** Field of the request that is blamed. */
  readonly path: string;
  /** Part of the message. */
  readonly message: string;
}

/** Spec of a microservice that keeps all rules. */
export const validMicroserviceSpec: JsonObject = {
  environment: 'dev',
  owner: 'group:default/web',
  costCenter: 'cc-1042',
  repository: 'https://github.com/example/checkout',
  image: 'registry.example.com/web/checkout:1.4.2',
  hosts: ['checkout.dev.example.com'],
  alerts: { contact: 'web@example.com' },
};

const production: JsonObject = {
  environment: 'prod',
  hosts: ['checkout.example.com'],
};
const requests = { cpu: '100m', memory: '256Mi' };
const limits = { cpu: '1', memory: '512Mi' };

/** Each rule that an order can break, broken on its own. */
export const standardsViolations: readonly StandardsViolation[] = [
  {
    rule: 'owner-is-a-team',
    severity: 'error',
    patch: { owner: 'user:default/alice' },
    path: 'spec.owner',
    message: 'a team owns the service, not user:default/alice',
  },
  {
    rule: 'cost-center-label',
    severity: 'error',
    patch: { costCenter: null },
    path: 'spec.costCenter',
    message: 'has no cost center; name who pays',
  },
  {
    rule: 'company-repository',
    severity: 'error',
    patch: { repository: 'https://github.com/alice/checkout' },
    path: 'spec.repository',
    message: 'is not a repository of the company',
  },
  {
    rule: 'company-registry',
    severity: 'error',
    patch: { image: 'docker.io/library/nginx:1.29.3' },
    path: 'spec.image',
    message: "is not in the company's registry",
  },
  {
    rule: 'pinned-image',
    severity: 'error',
    patch: { image: 'registry.example.com/web/checkout:latest' },
    path: 'spec.image',
    message: 'pin a version or a digest',
  },
  {
    rule: 'pinned-image',
    severity: 'error',
    patch: { image: 'registry.example.com/web/checkout' },
    path: 'spec.image',
    message: 'can change under the same name',
  },
  {
    rule: 'cpu-request',
    severity: 'error',
    patch: { resources: { requests: { memory: '256Mi' }, limits } },
    path: 'spec.resources.requests.cpu',
    message: 'container checkout requests no CPU',
  },
  {
    rule: 'memory-request',
    severity: 'error',
    patch: { resources: { requests: { cpu: '100m' }, limits } },
    path: 'spec.resources.requests.memory',
    message: 'container checkout requests no memory',
  },
  {
    rule: 'cpu-limit',
    severity: 'error',
    patch: { resources: { requests, limits: { memory: '512Mi' } } },
    path: 'spec.resources.limits.cpu',
    message: 'container checkout has no limit of CPU',
  },
  {
    rule: 'memory-limit',
    severity: 'error',
    patch: { resources: { requests, limits: { cpu: '1' } } },
    path: 'spec.resources.limits.memory',
    message: 'container checkout has no limit of memory',
  },
  {
    rule: 'memory-limit-maximum',
    severity: 'error',
    patch: { resources: { requests, limits: { cpu: '1', memory: '9Gi' } } },
    path: 'spec.resources.limits.memory',
    message: '9Gi of memory is more than 8Gi',
  },
  {
    rule: 'memory-request-within-limit',
    severity: 'error',
    patch: { resources: { requests: { cpu: '100m', memory: '1Gi' }, limits } },
    path: 'spec.resources.requests.memory',
    message: '1Gi is more than the limit of 512Mi',
  },
  {
    rule: 'not-root',
    severity: 'error',
    patch: { security: { runAsUser: 0 } },
    path: 'spec.security.runAsUser',
    message: 'container checkout may run as root',
  },
  {
    rule: 'read-only-root',
    severity: 'error',
    patch: { security: { readOnlyRootFilesystem: false } },
    path: 'spec.security.readOnlyRootFilesystem',
    message: 'container checkout may write to its root',
  },
  {
    rule: 'no-privilege-escalation',
    severity: 'error',
    patch: { security: { allowPrivilegeEscalation: true } },
    path: 'spec.security.allowPrivilegeEscalation',
    message: 'container checkout may gain more rights',
  },
  {
    rule: 'capabilities',
    severity: 'error',
    patch: { security: { capabilities: ['NET_BIND_SERVICE', 'SYS_ADMIN'] } },
    path: 'spec.security.capabilities',
    message: 'only NET_BIND_SERVICE is allowed',
  },
  {
    rule: 'no-secrets-in-variables',
    severity: 'error',
    patch: { variables: { LOG_LEVEL: 'info', PAYMENT_TOKEN: 'abc' } },
    path: 'spec.variables.PAYMENT_TOKEN',
    message: 'PAYMENT_TOKEN looks like a secret',
  },
  {
    rule: 'readiness-probe',
    severity: 'error',
    patch: { probes: { liveness: '/healthz' } },
    path: 'spec.probes.readiness',
    message: 'nobody knows when container checkout takes requests',
  },
  {
    rule: 'liveness-probe',
    severity: 'error',
    patch: { probes: { readiness: '/ready' } },
    path: 'spec.probes.liveness',
    message: 'nobody knows when container checkout hangs',
  },
  {
    rule: 'two-replicas-in-production',
    severity: 'error',
    patch: { ...production, replicas: 1 },
    path: 'spec.replicas',
    message: 'production needs at least 2 replicas',
  },
  {
    rule: 'disruption-budget-in-production',
    severity: 'error',
    patch: { ...production, disruptionBudget: false },
    path: 'spec.disruptionBudget',
    message: 'production needs a disruption budget',
  },
  {
    rule: 'alerts-have-a-contact',
    severity: 'error',
    patch: { alerts: null },
    path: 'spec.alerts.contact',
    message: 'nobody hears when the service is unwell',
  },
  {
    rule: 'runbooks-are-encrypted',
    severity: 'error',
    patch: {
      alerts: { contact: '#web', runbooks: 'http://runbooks.example.com' },
    },
    path: 'spec.alerts.runbooks',
    message: 'use https://',
  },
  {
    rule: 'company-hosts',
    severity: 'error',
    patch: { ...production, hosts: ['checkout.example.com', 'checkout.io'] },
    path: 'spec.hosts[1]',
    message: 'checkout.io is not a host of the company',
  },
  {
    rule: 'production-hosts',
    severity: 'error',
    patch: { hosts: ['checkout.dev.example.com', 'checkout.example.com'] },
    path: 'spec.hosts[1]',
    message: 'checkout.example.com is a host of production',
  },
  {
    rule: 'database-survives-a-zone',
    severity: 'warning',
    patch: { ...production, database: { size: 'medium' } },
    path: 'spec.database.highAvailability',
    message: 'production should have a standby',
  },
];

/** The spec of an order that breaks the rule. */
export function breakStandards({ patch }: StandardsViolation): JsonObject {
  const spec = { ...validMicroserviceSpec, ...patch };
  return Object.fromEntries(
    Object.entries(spec).filter(([, value]) => value !== null),
  );
}
