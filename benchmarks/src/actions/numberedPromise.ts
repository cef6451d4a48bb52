/** A Promise as it stands in a file. */
export interface PromiseDocument {
  readonly metadata: {
    readonly name: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly api: {
      readonly metadata: object;
      readonly spec: {
        readonly names: object;
        readonly group: string;
      };
    };
    readonly workflows: { readonly resource: object };
  };
}

/** A copy of a Promise with a name and an API of its own, that brings nothing to clusters before it is ordered. */
export function numberedPromise(promise: PromiseDocument, index: number) {
  const { api, workflows } = promise.spec;
  const { group } = api.spec;
  const singular = `copy${index}`;
  return {
    ...promise,
    metadata: {
      ...promise.metadata,
      name: `${promise.metadata.name}-${index}`,
      annotations: {
        ...promise.metadata.annotations,
        'promissory.io/title': `Copy ${index}`,
      },
    },
    spec: {
      api: {
        ...api,
        metadata: { ...api.metadata, name: `${singular}s.${group}` },
        spec: {
          ...api.spec,
          names: { kind: `Copy${index}`, singular, plural: `${singular}s` },
        },
      },
      workflows: { resource: workflows.resource },
    },
  };
}

/** The same Promise under another title. */
export function retitled(
  promise: ReturnType<typeof numberedPromise>,
): ReturnType<typeof numberedPromise> {
  const { metadata } = promise;
  return {
    ...promise,
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        'promissory.io/title': `${metadata.name}, changed`,
      },
    },
  };
}
