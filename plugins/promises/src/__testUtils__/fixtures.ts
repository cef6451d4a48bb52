import type {
  ChildRequest,
  DestinationInfo,
  DoctorReport,
  PromiseCard,
  PromiseDetail,
  RequestFile,
  ResourceRequest,
  ResourceRequestDetail,
  Run,
  StepLog,
} from '@promissory/plugin-promises-common';

const UID = '01JDZZZZZZZZZZZZZZZZZZZZZZ';
const SHA = 'a'.repeat(64);
const at = '2026-01-01T12:00:00Z';

export function promiseCard(more: Partial<PromiseCard> = {}): PromiseCard {
  return {
    name: 'postgresql',
    entityRef: 'promise:default/postgresql',
    title: 'PostgreSQL',
    description:
      'A database server with backups, in the size that you need, ready in minutes.',
    owner: 'group:default/platform',
    category: 'Databases',
    icon: 'database',
    tags: ['sql', 'backup'],
    version: 'v1.2.0',
    api: {
      group: 'marketplace.example.com',
      version: 'v1',
      kind: 'PostgreSQL',
      plural: 'postgresqls',
    },
    availability: {
      state: 'Available',
      reason: 'Available',
      message: 'Takes orders.',
    },
    runner: { available: true, name: 'function' },
    orderable: true,
    requirements: [],
    updatedAt: at,
    ...more,
  };
}

export function promiseDetail(
  more: Partial<PromiseDetail> = {},
): PromiseDetail {
  return {
    ...promiseCard(),
    links: [{ url: 'https://example.com/runbook', title: 'Runbook' }],
    whatYouGet: [
      'A PostgreSQL 17 server in the cluster of your choice.',
      'Daily backups, kept for two weeks.',
    ],
    schema: {
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          required: ['size'],
          properties: {
            size: {
              type: 'string',
              enum: ['small', 'large'],
              description: 'How much memory and disk it gets.',
            },
            databaseName: {
              type: 'string',
              maxLength: 63,
              default: 'app',
              description: 'Name of the first database.',
            },
            replicas: { type: 'integer', minimum: 1, maximum: 5, default: 1 },
          },
        },
      },
    },
    example: { size: 'small' },
    findings: [],
    revisions: [
      { id: 'r2', version: 'v1.2.0', current: true, createdAt: at },
      { id: 'r1', version: 'v1.1.0', current: false, createdAt: at },
    ],
    requirements: [
      {
        name: 'namespace',
        version: 'v1.0.0',
        state: 'Requirement installed',
        fulfilled: true,
        title: 'Namespace',
        icon: 'namespace',
        entityRef: 'promise:default/namespace',
      },
    ],
    pipelines: [
      {
        name: 'instance-configure',
        action: 'configure',
        runner: { available: true, name: 'function' },
        containers: [
          { name: 'render', image: 'ghcr.io/promissory/render:v1' },
          { name: 'label', image: 'ghcr.io/promissory/render:v1' },
        ],
      },
    ],
    namespaces: [{ namespace: 'default', owners: ['group:default/web'] }],
    documentation: 'Ask in **#databases** when in doubt.',
    ...more,
  };
}

export function resourceRequest(
  more: Partial<ResourceRequest> = {},
): ResourceRequest {
  return {
    uid: UID,
    platform: 'native',
    promise: {
      name: 'postgresql',
      title: 'PostgreSQL',
      entityRef: 'promise:default/postgresql',
      icon: 'database',
    },
    api: promiseCard().api,
    namespace: 'default',
    name: 'orders-db',
    owner: 'group:default/web',
    requestedBy: 'user:default/alice',
    origin: 'ui',
    generation: 1,
    observedGeneration: 1,
    deliveredGeneration: 1,
    spec: { size: 'small', databaseName: 'orders', replicas: 1 },
    labels: {},
    annotations: {},
    state: {
      name: 'Delivered',
      reason: 'Written',
      message: 'Two files are at dev-cluster.',
      since: at,
    },
    conditions: [
      {
        type: 'ConfigureWorkflowCompleted',
        status: 'True',
        reason: 'PipelinesExecutedSuccessfully',
        message: 'Pipelines executed successfully',
        lastTransitionTime: at,
      },
    ],
    outputs: {
      host: 'orders-db.default.svc',
      console: 'https://db.example.com',
    },
    revision: { id: 'r2', version: 'v1.2.0', current: true, createdAt: at },
    etag: '"1"',
    createdAt: at,
    updatedAt: at,
    can: {
      update: true,
      delete: true,
      retry: true,
      reconcile: true,
      pause: true,
      resume: true,
    },
    ...more,
  };
}

export function run(more: Partial<Run> = {}): Run {
  return {
    id: 'run-1',
    generation: 1,
    workflow: 'configure',
    trigger: 'order',
    state: 'Succeeded',
    createdAt: at,
    startedAt: at,
    finishedAt: '2026-01-01T12:00:04Z',
    steps: [
      {
        id: 'step-1',
        pipeline: 'instance-configure',
        pipelineIndex: 0,
        container: 'render',
        containerIndex: 0,
        image: 'ghcr.io/promissory/render:v1',
        runner: 'function',
        state: 'Succeeded',
        logLines: 2,
        startedAt: at,
        finishedAt: '2026-01-01T12:00:01Z',
      },
      {
        id: 'step-2',
        pipeline: 'instance-configure',
        pipelineIndex: 0,
        container: 'label',
        containerIndex: 1,
        image: 'ghcr.io/promissory/render:v1',
        runner: 'function',
        state: 'Succeeded',
        logLines: 0,
        startedAt: '2026-01-01T12:00:01Z',
        finishedAt: '2026-01-01T12:00:01.4Z',
      },
    ],
    ...more,
  };
}

export function requestDetail(
  more: Partial<ResourceRequestDetail> = {},
): ResourceRequestDetail {
  const request = resourceRequest();
  return {
    ...request,
    runs: [run()],
    placements: [
      {
        id: 'p1',
        destination: 'dev-cluster',
        pipeline: 'instance-configure',
        directory: '',
        path: 'dev-cluster/resources/default/postgresql/orders-db',
        state: 'Written',
        commit: '0123456789abcdef0123456789abcdef01234567',
        files: 2,
        writtenAt: at,
      },
    ],
    ancestors: [],
    children: [],
    history: [
      {
        generation: 1,
        spec: request.spec,
        actor: 'user:default/alice',
        origin: 'ui',
        comment: 'For the new shop.',
        decision: 'accepted',
        revision: 'v1.2.0',
        createdAt: at,
      },
    ],
    ...more,
  };
}

/** A delivered child of a request. */
export function childRequest(more: Partial<ChildRequest> = {}): ChildRequest {
  return {
    uid: '01JDCCCCCCCCCCCCCCCCCCCCCC',
    promise: { name: 'monitoring', title: 'Monitoring', icon: 'monitoring' },
    namespace: 'default',
    name: 'orders-monitoring',
    state: resourceRequest().state,
    children: [],
    ...more,
  };
}

export function requestFile(more: Partial<RequestFile> = {}): RequestFile {
  return {
    path: 'database.yaml',
    sha256: SHA,
    bytes: 120,
    pipeline: 'instance-configure',
    placements: [
      {
        destination: 'dev-cluster',
        path: 'dev-cluster/resources/default/postgresql/orders-db/database.yaml',
        state: 'Written',
        commit: '0123456789abcdef0123456789abcdef01234567',
      },
    ],
    ...more,
  };
}

export function stepLog(more: Partial<StepLog> = {}): StepLog {
  return {
    complete: true,
    lines: [
      { sequence: 1, stream: 'stdout', at, text: 'reading the object' },
      { sequence: 2, stream: 'stderr', at, text: 'no size given, using small' },
    ],
    ...more,
  };
}

export function destination(
  more: Partial<DestinationInfo> = {},
): DestinationInfo {
  return {
    name: 'dev-cluster',
    entityRef: 'destination:default/dev-cluster',
    labels: { environment: 'dev' },
    path: 'dev-cluster',
    mode: 'nestedByMetadata',
    strictMatchLabels: false,
    fulfilsRequests: false,
    state: 'Ready',
    stateStore: {
      kind: 'GitStateStore',
      name: 'platform',
      url: 'https://git.example.com/platform.git',
      branch: 'main',
      state: 'Ready',
    },
    placements: 3,
    failedPlacements: 0,
    lastCommit: '0123456789abcdef0123456789abcdef01234567',
    lastWrittenAt: at,
    findings: [],
    ...more,
  };
}

/** A report with one part of each kind: well, to look at, broken. */
export function doctorReport(more: Partial<DoctorReport> = {}): DoctorReport {
  return {
    at,
    status: 'error',
    checks: [
      {
        id: 'catalog-rules',
        area: 'catalog',
        title: 'Kinds that the catalog takes',
        status: 'error',
        durationMs: 1,
        results: [
          {
            status: 'error',
            subject: 'Promise',
            message: 'No rule of the catalog allows the kind Promise.',
            remedy: {
              text: 'Allow it.',
              file: 'app-config.yaml',
              language: 'yaml',
              snippet: 'catalog:\n  rules:\n    - allow: [Promise]\n',
            },
          },
        ],
      },
      {
        id: 'state-stores',
        area: 'delivery',
        title: 'State stores',
        status: 'ok',
        durationMs: 120,
        results: [
          {
            status: 'ok',
            subject: 'GitStateStore/platform',
            entityRef: 'gitstatestore:default/platform',
            message: 'It answered in 120 ms, with the branch main.',
          },
        ],
      },
      {
        id: 'database',
        area: 'backend',
        title: 'Database',
        status: 'warning',
        durationMs: 4,
        results: [
          {
            status: 'warning',
            message: 'SQLite in memory: everything is lost when it ends.',
            remedy: { text: 'Use Postgres.' },
          },
        ],
      },
    ],
    ...more,
  };
}
