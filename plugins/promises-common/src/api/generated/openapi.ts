// Generated from plugins/promises-backend/src/schema/openapi.yaml by `./yarnw generate`. Do not edit.

export interface paths {
  '/v1/promises': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Cards of the Promises that the caller may read: compound ones first, those without an API last, by title among themselves */
    get: operations['listPromises'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/promises/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getPromise'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/promises/{name}/validate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The verdict of admission, without placing an order */
    post: operations['validateRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/promises/{name}/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What an order or a change would bring, without placing it
     * @description Runs the pipelines that consist of functions, in memory, and those of the requests that they write. Nothing is stored, nothing is delivered. 422 for a body that admission refuses, 503 where it takes too long.
     */
    post: operations['previewRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/promises/{name}/requests/{namespace}/{requestName}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Order, or change an order
     * @description The same body again answers the same and does nothing. A different body for an existing request needs If-Match with its etag (412 without or with another one). If-None-Match "*" refuses to touch an existing request (409).
     */
    put: operations['putRequest'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listRequests'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/requests/{uid}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getRequest'];
    put?: never;
    post?: never;
    /** Start the delete workflow */
    delete: operations['deleteRequest'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/requests/{uid}/{verb}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Day-2 verbs */
    post: operations['actOnRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/requests/{uid}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Timeline of one request; JSON, or text/event-stream by the Accept header */
    get: operations['listRequestEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/requests/{uid}/runs/{run}/steps/{step}/log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getStepLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/requests/{uid}/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listRequestFiles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/requests/{uid}/files/{sha256}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getRequestFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/requests/{uid}/manifest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The request as the Kubernetes object that Kratix would show */
    get: operations['getRequestManifest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The log of events that the caller may read; JSON, or text/event-stream by the Accept header
     * @description A stream resumes after Last-Event-ID, sends a comment as heartbeat, and an event named reset where the cursor is older than what is kept.
     */
    get: operations['listEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/definitions/{sha256}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** A definition, before the entity that names it; the catalog's own credentials only */
    put: operations['putDefinition'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/definitions/missing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Which of these hashes are not kept; the catalog's own credentials only */
    post: operations['listMissingDefinitions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/catalog/entities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Requests and what was delivered for them, as entities; the catalog's own credentials only */
    get: operations['listCatalogEntities'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/catalog/promises': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The Promises that take orders and are to have a Template; the catalog's own credentials only */
    get: operations['listCatalogPromises'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/destinations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listDestinations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/destinations/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a disconnected destination from the platform, with clean-up where it asks for it */
    delete: operations['deleteDestination'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/doctor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How every part of this installation is, and what mends it
     * @description Each check has its own time limit, and one that breaks is an error of its own: the answer always comes, with all checks, after a few seconds at the most. There is no secret in it.
     */
    get: operations['getDoctor'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether this replica does its work, for a probe; nobody has to sign in for it
     * @description 503 before the engine is started, and where what it does all the time has stopped: a probe of liveness then has the replica replaced. A database that is away for a while does not make it so.
     */
    get: operations['getHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    ErrorBody: {
      error: {
        name: string;
        message: string;
        /** @description the permission that is missing */
        permission?: string;
        errors?: components['schemas']['FieldError'][];
      } & {
        [key: string]: unknown;
      };
      response?: {
        [key: string]: unknown;
      };
      request?: {
        [key: string]: unknown;
      };
    };
    FieldError: {
      /** @description JSON path as Kubernetes writes it, for example spec.size or spec.hosts[0] */
      path: string;
      /** @description Required, Invalid, TypeInvalid, NotSupported, TooLong, TooMany, Duplicate, Forbidden, … */
      reason: string;
      message: string;
    };
    Finding: {
      /** @enum {string} */
      severity: 'error' | 'warning' | 'info';
      path?: string;
      message: string;
    };
    Link: {
      url: string;
      title?: string;
      icon?: string;
    };
    Availability: {
      /** @enum {string} */
      state:
        | 'Available'
        | 'Unavailable'
        | 'Withdrawn'
        | 'Untrusted'
        | 'Invalid'
        | 'Refused';
      reason: string;
      message: string;
    };
    RunnerInfo: {
      available: boolean;
      /** @description function, container or kubernetes */
      name?: string;
      /** @description why nothing here can run a pipeline of this Promise */
      missing?: string;
      /** @description what an operator has to add */
      remedy?: string;
    };
    PromiseApi: {
      group: string;
      version: string;
      kind: string;
      plural: string;
    };
    PromiseCard: {
      name: string;
      entityRef: string;
      title: string;
      description?: string;
      owner?: string;
      category?: string;
      icon?: string;
      tags: string[];
      version?: string;
      api?: components['schemas']['PromiseApi'];
      availability: components['schemas']['Availability'];
      runner: components['schemas']['RunnerInfo'];
      /** @description available */
      orderable: boolean;
      /** @description the permission that the caller lacks to order */
      deniedPermission?: string;
      /** @description Promises that this one requires; what a compound Promise brings */
      requirements: components['schemas']['Requirement'][];
      /** Format: date-time */
      updatedAt: string;
    };
    Facet: {
      value: string;
      label?: string;
      count: number;
    };
    PromiseList: {
      items: components['schemas']['PromiseCard'][];
      total: number;
      nextCursor?: string;
      facets: {
        categories: components['schemas']['Facet'][];
        tags: components['schemas']['Facet'][];
        owners: components['schemas']['Facet'][];
      };
    };
    PipelineInfo: {
      name: string;
      /** @enum {string} */
      action: 'configure' | 'delete';
      runner: components['schemas']['RunnerInfo'];
      containers: {
        name: string;
        image: string;
      }[];
    };
    PromiseRevision: {
      id: string;
      version: string;
      current: boolean;
      /** Format: date-time */
      createdAt: string;
    };
    Requirement: {
      name: string;
      version?: string;
      fulfilled: boolean;
      /** @description of the Promise where it is there */
      title?: string;
      icon?: string;
      entityRef?: string;
      /** @description Kratix's own words */
      state: string;
    };
    NamespaceChoice: {
      /** @description a name */
      namespace: string;
      /** @description entity refs that the caller may order for in it */
      owners: string[];
    };
    PromiseDetail: components['schemas']['PromiseCard'] & {
      links: components['schemas']['Link'][];
      whatYouGet: string[];
      /** @description openAPIV3Schema of the storage version as admission uses it */
      schema?: {
        [key: string]: unknown;
      };
      /** @description a spec that passes admission */
      example?: {
        [key: string]: unknown;
      };
      findings: components['schemas']['Finding'][];
      revisions: components['schemas']['PromiseRevision'][];
      pipelines: components['schemas']['PipelineInfo'][];
      namespaces: components['schemas']['NamespaceChoice'][];
      /** @description Markdown */
      documentation?: string;
    };
    RequestMetadata: {
      labels?: {
        [key: string]: string;
      };
      annotations?: {
        [key: string]: string;
      };
    };
    RequestBody: {
      metadata?: components['schemas']['RequestMetadata'];
      spec: {
        [key: string]: unknown;
      };
      /** @description entity ref; default is the only owner that the caller may order for */
      owner?: string;
      comment?: string;
    };
    ValidateBody: {
      namespace?: string;
      name?: string;
      /** @description A request of this name is an error at metadata.name, as If-None-Match "*" has it when ordering. Without it, the body is judged as a change of that request. */
      mustBeNew?: boolean;
      metadata?: components['schemas']['RequestMetadata'];
      spec: {
        [key: string]: unknown;
      };
      owner?: string;
      comment?: string;
    };
    Verdict: {
      valid: boolean;
      errors: components['schemas']['FieldError'][];
      warnings?: components['schemas']['FieldError'][];
      /** @description pruned and defaulted as it would be stored */
      object: {
        [key: string]: unknown;
      };
    };
    PreviewBody: {
      namespace: string;
      name: string;
      metadata?: components['schemas']['RequestMetadata'];
      spec: {
        [key: string]: unknown;
      };
      owner?: string;
      comment?: string;
    };
    Preview: {
      /** @description The request itself first, each followed by those that belong to it. */
      requests: components['schemas']['PreviewedRequest'][];
      /** @description Every pipeline was run to its end, so nothing else would come, change or go. */
      isComplete: boolean;
      /** @description What is not known before the order, in words. */
      notes: string[];
    };
    PreviewedRequest: {
      promise: {
        name: string;
        title: string;
        icon?: string;
      };
      namespace: string;
      name: string;
      /** @description 0 for the request itself */
      depth: number;
      /** @enum {string} */
      change: 'Ordered' | 'Changed' | 'Unchanged' | 'Deleted';
      /**
       * @description Complete, every pipeline ended well; Failed; Waiting, a pipeline waits for something; Unknown, a pipeline can only be run for a real order.
       * @enum {string}
       */
      outcome: 'Complete' | 'Failed' | 'Waiting' | 'Unknown';
      /** @description Why it is not Complete. */
      message?: string;
      violations: components['schemas']['Violation'][];
      /** @description By Destination and path; those that stay as they are too. */
      files: components['schemas']['PreviewedFile'][];
    };
    PreviewedFile: {
      /** @description Empty where no Destination takes it. */
      destination: string;
      /** @description whole path inside the state store */
      path: string;
      /** @enum {string} */
      change: 'Added' | 'Changed' | 'Removed' | 'Unchanged';
      /** @description Text that is there now; absent where it is no text, or over 64 KiB. */
      before?: string;
      /** @description Text that would be written; absent where it is no text, or over 64 KiB. */
      after?: string;
    };
    /** @enum {string} */
    StateName:
      | 'Pending'
      | 'Running'
      | 'Suspended'
      | 'Delivering'
      | 'Delivered'
      | 'Ready'
      | 'Degraded'
      | 'Failed'
      | 'Paused'
      | 'Deleting'
      | 'Deleted';
    RequestState: {
      name: components['schemas']['StateName'];
      reason: string;
      message: string;
      /** Format: date-time */
      since: string;
      /** @description from 1 */
      pipelineIndex?: number;
      pipelineCount?: number;
      pipeline?: string;
      step?: string;
      /** Format: date-time */
      nextTryAt?: string;
      /** @description rules that the newest run found broken; those of severity error made it fail */
      violations?: components['schemas']['Violation'][];
    };
    /** @description a rule of a policy that a request, or a document that was rendered for it, breaks */
    Violation: {
      /** @description name of the rule */
      rule: string;
      /** @description name of the shared policy that it is from */
      policy?: string;
      /** @enum {string} */
      severity: 'error' | 'warning';
      message: string;
      /** @description the field of the request to blame, for example spec.replicas */
      path?: string;
      /** @description path below /kratix/output */
      file?: string;
      /** @description the document to blame, for example Deployment shop/orders */
      document?: string;
    };
    Condition: {
      type: string;
      /** @enum {string} */
      status: 'True' | 'False' | 'Unknown';
      reason: string;
      message: string;
      /** Format: date-time */
      lastTransitionTime?: string;
    };
    /** @enum {string} */
    Verb: 'retry' | 'reconcile' | 'pause' | 'resume' | 'cancel';
    Request: {
      uid: string;
      platform: string;
      promise: {
        name: string;
        title: string;
        entityRef: string;
        icon?: string;
      };
      api?: components['schemas']['PromiseApi'];
      namespace: string;
      name: string;
      owner: string;
      requestedBy: string;
      /** @enum {string} */
      origin: 'ui' | 'template' | 'api' | 'mcp' | 'parent' | 'cluster';
      parentUid?: string;
      generation: number;
      observedGeneration?: number;
      deliveredGeneration?: number;
      spec: {
        [key: string]: unknown;
      };
      labels: {
        [key: string]: string;
      };
      annotations: {
        [key: string]: string;
      };
      state: components['schemas']['RequestState'];
      conditions: components['schemas']['Condition'][];
      /** @description what the pipelines wrote to status.yaml */
      outputs?: {
        [key: string]: unknown;
      };
      revision?: components['schemas']['PromiseRevision'];
      etag: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
      /** Format: date-time */
      deletedAt?: string;
      /** @description what the caller may do with it, by permission and by what the platform knows */
      can?: {
        update: boolean;
        delete: boolean;
        retry: boolean;
        reconcile: boolean;
        pause?: boolean;
        resume?: boolean;
      };
    };
    RequestList: {
      items: components['schemas']['Request'][];
      total: number;
      nextCursor?: string;
      /** @description the permission that the caller lacks to see any request */
      deniedPermission?: string;
      facets: {
        promises: components['schemas']['Facet'][];
        namespaces: components['schemas']['Facet'][];
        states: components['schemas']['Facet'][];
        owners: components['schemas']['Facet'][];
      };
    };
    Step: {
      id: string;
      pipeline: string;
      pipelineIndex: number;
      container: string;
      containerIndex: number;
      image: string;
      runner: string;
      /** @enum {string} */
      state: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Skipped';
      reason?: string;
      message?: string;
      exitCode?: number;
      logLines?: number;
      /** Format: date-time */
      startedAt?: string;
      /** Format: date-time */
      finishedAt?: string;
    };
    Run: {
      id: string;
      generation: number;
      /** @enum {string} */
      workflow: 'configure' | 'delete';
      /** @enum {string} */
      trigger:
        | 'order'
        | 'change'
        | 'retry'
        | 'reconcile'
        | 'delete'
        | 'interval'
        | 'resume'
        | 'revision';
      /** @enum {string} */
      state:
        | 'Pending'
        | 'Running'
        | 'Succeeded'
        | 'Failed'
        | 'Suspended'
        | 'Cancelled'
        | 'Superseded';
      reason?: string;
      message?: string;
      actor?: string;
      steps: components['schemas']['Step'][];
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      startedAt?: string;
      /** Format: date-time */
      finishedAt?: string;
    };
    Placement: {
      id: string;
      destination: string;
      pipeline: string;
      directory: string;
      /** @description folder inside the state store */
      path?: string;
      /** @enum {string} */
      state:
        | 'Unscheduled'
        | 'Pending'
        | 'Written'
        | 'Failed'
        | 'Misplaced'
        | 'Removing'
        | 'Removed';
      reason?: string;
      message?: string;
      commit?: string;
      files: number;
      /** Format: date-time */
      writtenAt?: string;
      /** Format: date-time */
      nextTryAt?: string;
    };
    Generation: {
      generation: number;
      spec: {
        [key: string]: unknown;
      };
      actor: string;
      origin: string;
      comment?: string;
      /** @enum {string} */
      decision: 'accepted' | 'waiting' | 'refused';
      revision?: string;
      /** Format: date-time */
      createdAt: string;
    };
    RequestDetail: components['schemas']['Request'] & {
      /** @description newest first */
      runs: components['schemas']['Run'][];
      placements: components['schemas']['Placement'][];
      /** @description the requests that this one belongs to, the outermost first */
      ancestors: components['schemas']['RequestReference'][];
      /** @description requests that this one's pipelines wrote, with theirs */
      children: components['schemas']['ChildRequest'][];
      /** @description newest first */
      history: components['schemas']['Generation'][];
      catalog?: components['schemas']['RequestCatalog'];
    };
    /** @description what the catalog shows of a request */
    RequestCatalog: {
      /** @description its own entity */
      entityRef?: string;
      /** @description refs of the entities that were delivered for it */
      entities: string[];
      /** @description why something that was delivered does not appear in the catalog */
      findings: components['schemas']['Finding'][];
    };
    CatalogEntityPage: {
      /** @description the same as long as the entities are */
      version: string;
      /** @description the caller has them all */
      unchanged?: boolean;
      items: {
        locationKey: string;
        entity: {
          [key: string]: unknown;
        };
      }[];
      /** @description pass as `after`; absent at the end */
      next?: number;
    };
    CatalogPromiseList: {
      /** @description the same as long as the items are */
      version: string;
      /** @description the caller has them all */
      unchanged?: boolean;
      items: components['schemas']['CatalogPromise'][];
    };
    /** @description what a Template is made of */
    CatalogPromise: {
      name: string;
      entityRef: string;
      title: string;
      description?: string;
      /** @description entity ref */
      owner?: string;
      category?: string;
      tags: string[];
      /** @description of the definition that the schema is in */
      definitionSha256: string;
    };
    RequestReference: {
      uid: string;
      promise: {
        name: string;
        title: string;
        icon?: string;
      };
      namespace: string;
      name: string;
      state: components['schemas']['RequestState'];
    };
    /** @description a child, or a document that should be one and cannot */
    ChildRequest: {
      /** @description absent where there is no request */
      uid?: string;
      promise: {
        name: string;
        title: string;
        icon?: string;
      };
      namespace: string;
      name: string;
      state?: components['schemas']['RequestState'];
      /** @description why the document does not become, or no longer is, this child */
      problem?: {
        /** @description for example ChildNameTaken */
        reason: string;
        message: string;
      };
      children: components['schemas']['ChildRequest'][];
    };
    RequestFile: {
      /** @description as the pipeline named it */
      path: string;
      sha256: string;
      bytes: number;
      pipeline: string;
      placements: {
        destination: string;
        /** @description whole path inside the state store */
        path: string;
        state: string;
        commit?: string;
      }[];
    };
    FileList: {
      files: components['schemas']['RequestFile'][];
    };
    StepLog: {
      /** @description the step has ended and nothing follows */
      complete: boolean;
      lines: {
        sequence: number;
        /** @enum {string} */
        stream: 'stdout' | 'stderr';
        /** Format: date-time */
        at: string;
        text: string;
      }[];
    };
    PromisesEvent: {
      /** @description decimal */
      position: string;
      type: string;
      version: number;
      /** Format: date-time */
      at: string;
      actor?: string;
      promise?: string;
      requestUid?: string;
      namespace?: string;
      runId?: string;
      stepId?: string;
      destination?: string;
      payload: {
        [key: string]: unknown;
      };
    };
    EventList: {
      items: components['schemas']['PromisesEvent'][];
      /** @description position to pass as after */
      next?: string;
      /** @description the cursor was older than what is kept; read the state anew */
      reset: boolean;
    };
    StateStore: {
      /** @enum {string} */
      kind: 'GitStateStore' | 'BucketStateStore';
      name: string;
      url?: string;
      branch?: string;
      /** @enum {string} */
      state:
        | 'Unknown'
        | 'Ready'
        | 'NotReady'
        | 'Disconnected'
        | 'Untrusted'
        | 'Invalid';
      reason?: string;
      message?: string;
    };
    Destination: {
      name: string;
      entityRef: string;
      labels: {
        [key: string]: string;
      };
      path: string;
      /** @enum {string} */
      mode?: 'nestedByMetadata' | 'none' | 'aggregatedYAML';
      strictMatchLabels?: boolean;
      fulfilsRequests?: boolean;
      /** @description what is delivered there is read back into the catalog */
      catalog?: boolean;
      /** @enum {string} */
      state:
        | 'Ready'
        | 'NotReady'
        | 'Disconnected'
        | 'Untrusted'
        | 'Invalid'
        | 'Removing';
      reason?: string;
      message?: string;
      stateStore?: components['schemas']['StateStore'];
      placements: number;
      failedPlacements?: number;
      lastCommit?: string;
      /** Format: date-time */
      lastWrittenAt?: string;
      /** @description files below its path that belong to no request and no Promise here, as the last comparison found them; they are left alone. Absent where there are none. */
      foreignFiles?: {
        count: number;
        /** @description the first 100 by path, from the root of the repository */
        examples: string[];
      };
      /**
       * Format: date-time
       * @description when what is there was last compared with what should be
       */
      comparedAt?: string;
      findings: components['schemas']['Finding'][];
    };
    DestinationList: {
      items: components['schemas']['Destination'][];
      canDelete?: boolean;
    };
    Health: {
      ready: boolean;
      loops: {
        /** @description queue, which takes up work, or events, which reads the event log */
        name: string;
        running: boolean;
        /** @description how often it hung and was begun anew */
        restarts: number;
        /** @description milliseconds since its last turn; absent before it is started */
        lastTurnMs?: number;
      }[];
    };
    /** @enum {string} */
    DoctorStatus: 'ok' | 'warning' | 'error';
    DoctorReport: {
      /** Format: date-time */
      at: string;
      status: components['schemas']['DoctorStatus'];
      checks: components['schemas']['DoctorCheck'][];
    };
    DoctorCheck: {
      /** @description for example state-stores */
      id: string;
      /** @enum {string} */
      area: 'catalog' | 'promises' | 'delivery' | 'backend' | 'permissions';
      title: string;
      status: components['schemas']['DoctorStatus'];
      durationMs: number;
      results: components['schemas']['DoctorResult'][];
    };
    DoctorResult: {
      status: components['schemas']['DoctorStatus'];
      /** @description what it is about, for example GitStateStore/default */
      subject?: string;
      /** @description entity of the subject in the catalog */
      entityRef?: string;
      message: string;
      remedy?: components['schemas']['DoctorRemedy'];
    };
    DoctorRemedy: {
      /** @description what to do */
      text: string;
      /** @description where the snippet goes, for example app-config.yaml */
      file?: string;
      /** @enum {string} */
      language?: 'yaml' | 'typescript' | 'shell';
      /** @description lines to copy */
      snippet?: string;
    };
  };
  responses: {
    /** @description What is wrong, where, and what to do */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description Events in order of their position */
    Events: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['EventList'];
        'text/event-stream': string;
      };
    };
  };
  parameters: {
    promiseName: string;
    uid: string;
    /** @description position of the last event already held */
    after: string;
    lastEventId: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listPromises: {
    parameters: {
      query?: {
        search?: string;
        category?: string;
        tag?: string;
        owner?: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of cards, with the facets of the whole result */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PromiseList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getPromise: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['promiseName'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One Promise with what its form needs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PromiseDetail'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  validateRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['promiseName'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ValidateBody'];
      };
    };
    responses: {
      /** @description The verdict */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Verdict'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  previewRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['promiseName'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PreviewBody'];
      };
    };
    responses: {
      /** @description What would come */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Preview'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  putRequest: {
    parameters: {
      query?: never;
      header?: {
        'If-Match'?: string;
        'If-None-Match'?: string;
      };
      path: {
        name: components['parameters']['promiseName'];
        namespace: string;
        requestName: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestBody'];
      };
    };
    responses: {
      /** @description Changed, or already so */
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Request'];
        };
      };
      /** @description Ordered */
      201: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Request'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRequests: {
    parameters: {
      query?: {
        promise?: string[];
        namespace?: string[];
        state?: components['schemas']['StateName'][];
        owner?: string[];
        requestedBy?: string;
        /** @description mine is what the caller ordered */
        scope?: 'mine' | 'team' | 'all';
        search?: string;
        /** @description uid of a request: only its children; none: only requests that belong to no other; all by default */
        parent?: string;
        /** @description include deleted requests whose tombstone is still kept */
        deleted?: boolean;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page, newest first, with total and facets counted after authorisation */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RequestList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        uid: components['parameters']['uid'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One request with its runs, placements, children and history */
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RequestDetail'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  deleteRequest: {
    parameters: {
      query?: never;
      header?: {
        'If-Match'?: string;
      };
      path: {
        uid: components['parameters']['uid'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The request is being deleted */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Request'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  actOnRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        uid: components['parameters']['uid'];
        verb: components['schemas']['Verb'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Request'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRequestEvents: {
    parameters: {
      query?: {
        /** @description position of the last event already held */
        after?: components['parameters']['after'];
        limit?: number;
      };
      header?: {
        'Last-Event-ID'?: components['parameters']['lastEventId'];
      };
      path: {
        uid: components['parameters']['uid'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Events'];
      default: components['responses']['Error'];
    };
  };
  getStepLog: {
    parameters: {
      query?: {
        /** @description the highest sequence already held */
        after?: number;
        limit?: number;
      };
      header?: never;
      path: {
        uid: components['parameters']['uid'];
        run: string;
        step: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Lines in order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepLog'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRequestFiles: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        uid: components['parameters']['uid'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What the request's pipelines wrote, and where it is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FileList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getRequestFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        uid: components['parameters']['uid'];
        sha256: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes of one file of this request */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  getRequestManifest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        uid: components['parameters']['uid'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The object with its status */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  listEvents: {
    parameters: {
      query?: {
        /** @description comma separated: promises, requests, destinations, logs, request:<uid>, promise:<name> */
        topics?: string;
        /** @description position of the last event already held */
        after?: components['parameters']['after'];
        limit?: number;
      };
      header?: {
        'Last-Event-ID'?: components['parameters']['lastEventId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Events'];
      default: components['responses']['Error'];
    };
  };
  putDefinition: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sha256: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description Kept */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  listMissingDefinitions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          hashes: string[];
        };
      };
    };
    responses: {
      /** @description The missing ones */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            missing: string[];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  listCatalogEntities: {
    parameters: {
      query?: {
        /** @description the version that the caller has */
        known?: string;
        /** @description `next` of the page before */
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page; pages of different versions do not belong together */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CatalogEntityPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listCatalogPromises: {
    parameters: {
      query?: {
        /** @description the version that the caller has */
        known?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them, or nothing where the caller has them */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CatalogPromiseList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listDestinations: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Destinations with their state stores */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DestinationList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  deleteDestination: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Being removed */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  getDoctor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All checks */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DoctorReport'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It does */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      /** @description It does not */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      default: components['responses']['Error'];
    };
  };
}
