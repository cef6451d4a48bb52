const POD = 'the layout of a pod: pipelines are no pods here';
const JOB = 'the name of a Job: pipelines are no Jobs here';
const RBAC = 'RBAC of a cluster: pipelines have no ServiceAccount here';

/** Why a case says nothing about an engine without a cluster, by id. Pod layout, Jobs and RBAC only. */
export const NOT_APPLICABLE: Readonly<Record<string, string>> = {
  'pod-delete-order': POD,
  'pod-mounts': POD,
  'default-resources': POD,
  'work-writer-args-resource': POD,
  'backoff-limit-precedence': JOB,
  'rbac-all-namespaces': RBAC,
  'job-name-promise': JOB,
  'job-name-resource': JOB,
  'service-account-name': RBAC,
};
