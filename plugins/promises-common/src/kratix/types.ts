/** A JSON object whose shape is somebody else's. @public */
export type JsonObject = { [key: string]: unknown };

/** The part of Kubernetes' ObjectMeta that matters here. @public */
export interface ObjectMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A selector of Destinations: labels that must be equal. @public */
export interface DestinationSelector {
  readonly matchLabels: Readonly<Record<string, string>>;
}

/** A container of a pipeline, as Kratix reads it (reference: Pipeline, spec.containers). @public */
export interface PipelineContainer {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: ReadonlyArray<{
    readonly name: string;
    readonly value?: string;
    readonly valueFrom?: JsonObject;
  }>;
  readonly envFrom?: readonly JsonObject[];
  readonly volumeMounts?: readonly JsonObject[];
  readonly imagePullPolicy?: string;
  readonly securityContext?: JsonObject;
  readonly resources?: JsonObject;
}

/** Kratix's Pipeline. @public */
export interface Pipeline {
  readonly apiVersion: 'platform.kratix.io/v1alpha1';
  readonly kind: 'Pipeline';
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly containers: readonly PipelineContainer[];
    readonly volumes?: readonly JsonObject[];
    readonly imagePullSecrets?: readonly JsonObject[];
    readonly jobOptions?: { readonly backoffLimit?: number };
    readonly nodeSelector?: Readonly<Record<string, string>>;
    readonly tolerations?: readonly JsonObject[];
    readonly restartPolicy?: 'OnFailure' | 'Never';
    readonly rbac?: {
      readonly serviceAccount?: string;
      readonly permissions?: readonly JsonObject[];
    };
  };
}

/** Pipelines by what they are for. @public */
export interface Workflow {
  readonly configure?: readonly Pipeline[];
  readonly delete?: readonly Pipeline[];
}

/** Which workflow a run executes. @public */
export type WorkflowAction = 'configure' | 'delete';
/** For what a workflow runs. @public */
export type WorkflowType = 'resource' | 'promise';

/** A Kratix Promise. Never called `Promise` in code. @public */
export interface PromiseDefinition {
  readonly apiVersion: 'platform.kratix.io/v1alpha1';
  readonly kind: 'Promise';
  readonly metadata: ObjectMeta;
  readonly spec: {
    /** A whole CustomResourceDefinition; absent, null and {} all mean that there is no API. */
    readonly api?: JsonObject | null;
    readonly dependencies?: readonly JsonObject[];
    readonly destinationSelectors?: readonly DestinationSelector[];
    readonly requiredPromises?: ReadonlyArray<{
      readonly name: string;
      readonly version?: string;
    }>;
    readonly workflows?: {
      readonly promise?: Workflow;
      readonly resource?: Workflow;
      readonly config?: {
        readonly pipelineNamespace?: string;
        readonly reconciliationInterval?: string;
      };
    };
  };
}

/** How files of placements are laid out below a Destination's path. @public */
export type FilepathMode = 'nestedByMetadata' | 'none' | 'aggregatedYAML';

/** A Kratix Destination. @public */
export interface DestinationDefinition {
  readonly apiVersion: 'platform.kratix.io/v1alpha1';
  readonly kind: 'Destination';
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly path: string;
    readonly stateStoreRef: {
      readonly kind: 'GitStateStore' | 'BucketStateStore';
      readonly name: string;
    };
    readonly cleanup?: 'none' | 'all';
    readonly filepath?: {
      readonly mode?: FilepathMode;
      readonly filename?: string;
    };
    readonly initWorkloads?: { readonly enabled?: boolean };
    readonly strictMatchLabels?: boolean;
  };
}

/** A Kratix GitStateStore. @public */
export interface GitStateStoreDefinition {
  readonly apiVersion: 'platform.kratix.io/v1alpha1';
  readonly kind: 'GitStateStore';
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly url: string;
    readonly branch?: string;
    readonly path?: string;
    readonly authMethod?: 'basicAuth' | 'ssh' | 'githubApp';
    readonly gitAuthor?: { readonly name?: string; readonly email?: string };
    readonly secretRef?: { readonly name: string; readonly namespace?: string };
  };
}

/** A Kratix BucketStateStore. @public */
export interface BucketStateStoreDefinition {
  readonly apiVersion: 'platform.kratix.io/v1alpha1';
  readonly kind: 'BucketStateStore';
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly bucketName: string;
    readonly endpoint: string;
    readonly path?: string;
    readonly authMethod?: 'accessKey' | 'IAM';
    readonly insecure?: boolean;
    readonly secretRef?: { readonly name: string; readonly namespace?: string };
  };
}

/** Where files are kept for a GitOps agent. @public */
export type StateStoreDefinition =
  | GitStateStoreDefinition
  | BucketStateStoreDefinition;
