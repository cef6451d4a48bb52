export interface Config {
  /** Promissory: Promises of the catalog, ordered, fulfilled and delivered. */
  promises?: {
    /**
     * Catalog locations from which Promises, Destinations and state stores count; those of other locations are shown as
     * Untrusted and do nothing. Written `type:target` as in the annotation `backstage.io/managed-by-origin-location`,
     * for example `url:https://example.com/org/promises/*`; `*` stands for any characters. Default: the locations in
     * `catalog.locations` and `promises.locations`.
     */
    trustedLocations?: string[];

    /**
     * Namespaces that requests may be in, and whose they are. The first entry whose pattern matches decides. Default:
     * the namespace `default`, for everybody.
     */
    namespaces?: Array<{
      /** Name of a namespace; `*` stands for any characters. */
      pattern: string;
      /** Entity refs of the groups that may own requests in it; everybody where absent. */
      groups?: string[];
    }>;

    /** Pipeline functions that run inside the backend. */
    functions?: {
      /** Images that are known functions, in addition to those that Promissory publishes. */
      images?: Array<{
        /** Name of the function: `render`, `policy` or `wait-for`. */
        function: string;
        /** Repository without tag, for example `registry.example.com/render`. */
        repository: string;
        /** Major version of the tags that are this function: 1 stands for `v1`, `v1.2`, `1.2.3`. */
        major: number;
      }>;
      /** Worker threads. Default: 2. */
      threads?: number;
    };

    /** Delivery to Git. */
    git?: {
      /**
       * Folder below which `file:` URLs of GitStateStores are looked for, relative to the working directory of the
       * backend. Without it `file:` URLs are refused.
       */
      localDirectory?: string | null;
      /** Create a repository that a `file:` URL names and that is not there. Default: false. */
      create?: boolean;
      /**
       * Folder for copies of repositories; may be emptied while the backend is stopped, and is not for two backends at
       * once. Default: a temporary one.
       */
      cacheDirectory?: string | null;
      /** PEM file of the authorities by which https state stores are trusted, instead of the machine's. */
      certificateFile?: string | null;
      /**
       * Placements that one commit may bring, at most. With 1 each has a commit of its own, and a busy store is written
       * much more slowly. Default: 200.
       */
      placementsPerCommit?: number;
    };

    /**
     * Secrets that state stores may name in `secretRef`.
     * @deepVisibility secret
     */
    secrets?: Array<{
      /** Name of the Kubernetes secret that it stands for. */
      name: string;
      /** Its namespace. Default: `default`. */
      namespace?: string;
      /** Hosts that its values may be sent to, with the port where it is not the scheme's own. */
      hosts: string[];
      /** Keys and values, for example `username` and `password`. */
      values: { [key: string]: string };
    }>;

    /** The engine. */
    engine?: {
      /** Requests and Promises that one replica works on at the same time. Default: 4. */
      concurrency?: number;
    };

    /** Requests that the pipelines of other requests write. */
    children?: {
      /** Levels of children below a request that a person ordered. Default: 5. */
      maximumDepth?: number;
      /** Children that one request may have. Default: 100. */
      maximumChildren?: number;
    };

    /** Bounds. */
    limits?: {
      /** Bytes of the body of an order. Default: 1048576. */
      requestBytes?: number;
      /** Bytes of a Promise's definition. Default: 8388608. */
      definitionBytes?: number;
      /** Seconds that one container of a pipeline may take. Default: 600. */
      pipelineSeconds?: number;
      /** Bytes of all files that one pipeline may write. Default: 33554432. */
      outputBytes?: number;
      /** Files that one pipeline may write. Default: 5000. */
      outputFiles?: number;
      /** Bytes of log that are kept of one container. Default: 4194304. */
      logBytes?: number;
      /** Newest generations that are kept of each request. Default: 100. */
      generationsKept?: number;
      /** Requests that a namespace may have, children counted; orders beyond it are refused. Default: any number. */
      requestsPerNamespace?: number;
    };

    /** How long is kept what nothing needs any more. */
    retention?: {
      /** Days that a run which ended is kept; the newest one of each workflow stays. Default: 90. */
      runDays?: number;
      /** Runs that ended and are kept of each request or Promise, whatever their age. Default: 50. */
      runsPerRequest?: number;
      /** Days that the log of a step which ended is kept, where its run is. Default: 90. */
      logDays?: number;
      /** Days that an event is kept. Default: 90. */
      eventDays?: number;
      /** Days that a deleted request is remembered. Default: 30. */
      tombstoneDays?: number;
    };

    /** The live stream of events. */
    events?: {
      /** Seconds between heartbeats on a stream where nothing happens. Default: 15. */
      heartbeatSeconds?: number;
      /** Bytes that wait for one slow viewer before its stream is cut; it resumes by itself. Default: 1048576. */
      bufferBytes?: number;
      /** Seconds after which a stream ends, so that rights are decided anew. Default: 3600. */
      maximumSeconds?: number;
    };

    /** The HTTP API. */
    http?: {
      /** Answer 500 where an answer is not what the OpenAPI document says; for development and tests. Default: false. */
      validateResponses?: boolean;
    };

    /** What the catalog shows of requests. */
    catalog?: {
      /**
       * Whether requests appear as Resources of type `promise-request`: `true` those that somebody ordered, `all` also
       * those that belong to another request, `false` none. Default: true.
       */
      requestEntities?: boolean | 'all';
      /**
       * Whether entities that are delivered to Destinations with the annotation `promissory.io/catalog` appear. Default:
       * true.
       */
      deliveredEntities?: boolean;
      /** Where the app has mounted the pages of this plugin, for links to requests. Default: `/promises`. */
      pagePath?: string;
    };

    /** How the registry follows the catalog. */
    registry?: {
      /** Seconds between comparisons with the whole catalog, which find what was removed. Default: 60. */
      comparisonSeconds?: number;
    };
  };
}
