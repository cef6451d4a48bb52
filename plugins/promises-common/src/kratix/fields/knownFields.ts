/** Fields of an object and of what is in it; `true` where everything is taken, `[]` for the items of a list. */
export type KnownFields = true | { readonly [field: string]: KnownFields };

const KEY_REF: KnownFields = { name: true, key: true, optional: true };
const LOCAL_REF: KnownFields = { name: true };
const SECURITY_CONTEXT: KnownFields = {
  capabilities: { add: true, drop: true },
  privileged: true,
  seLinuxOptions: true,
  windowsOptions: true,
  runAsUser: true,
  runAsGroup: true,
  runAsNonRoot: true,
  readOnlyRootFilesystem: true,
  allowPrivilegeEscalation: true,
  procMount: true,
  seccompProfile: { type: true, localhostProfile: true },
  appArmorProfile: { type: true, localhostProfile: true },
};
const METADATA: KnownFields = {
  name: true,
  generateName: true,
  namespace: true,
  selfLink: true,
  uid: true,
  resourceVersion: true,
  generation: true,
  creationTimestamp: true,
  deletionTimestamp: true,
  deletionGracePeriodSeconds: true,
  labels: true,
  annotations: true,
  ownerReferences: true,
  finalizers: true,
  managedFields: true,
};

/** Everything that Kratix reads of a Pipeline; whatever else stands there makes it refuse the Promise. */
export const PIPELINE_FIELDS: KnownFields = {
  apiVersion: true,
  kind: true,
  metadata: METADATA,
  spec: {
    containers: {
      '[]': {
        name: true,
        image: true,
        command: true,
        args: true,
        env: {
          '[]': {
            name: true,
            value: true,
            valueFrom: {
              fieldRef: { apiVersion: true, fieldPath: true },
              resourceFieldRef: {
                containerName: true,
                resource: true,
                divisor: true,
              },
              configMapKeyRef: KEY_REF,
              secretKeyRef: KEY_REF,
              fileKeyRef: true,
            },
          },
        },
        envFrom: {
          '[]': {
            prefix: true,
            configMapRef: { name: true, optional: true },
            secretRef: { name: true, optional: true },
          },
        },
        volumeMounts: {
          '[]': {
            name: true,
            readOnly: true,
            recursiveReadOnly: true,
            mountPath: true,
            subPath: true,
            mountPropagation: true,
            subPathExpr: true,
          },
        },
        imagePullPolicy: true,
        securityContext: SECURITY_CONTEXT,
        resources: { limits: true, requests: true, claims: true },
      },
    },
    volumes: true,
    imagePullSecrets: { '[]': LOCAL_REF },
    jobOptions: { backoffLimit: true },
    nodeSelector: true,
    tolerations: {
      '[]': {
        key: true,
        operator: true,
        value: true,
        effect: true,
        tolerationSeconds: true,
      },
    },
    restartPolicy: true,
    rbac: {
      serviceAccount: true,
      permissions: {
        '[]': {
          verbs: true,
          apiGroups: true,
          resources: true,
          resourceNames: true,
          nonResourceURLs: true,
          resourceNamespace: true,
        },
      },
    },
  },
};

/** Everything that Kratix keeps of the spec of a Promise; pipelines have their own list. */
export const PROMISE_SPEC_FIELDS: KnownFields = {
  api: true,
  dependencies: true,
  destinationSelectors: { '[]': { matchLabels: true } },
  requiredPromises: { '[]': { name: true, version: true } },
  workflows: {
    promise: { configure: true, delete: true },
    resource: { configure: true, delete: true },
    config: { pipelineNamespace: true, reconciliationInterval: true },
  },
};
