/** Files of one placement at a Destination of the catalog, as they are in the state store. @public */
export interface DeliveredFiles {
  readonly placement: string;
  readonly destination: string;
  /** Folder inside the state store. */
  readonly path: string;
  /** Who holds the names of its entities: uid of the request, or `promise:<id>` for what belongs to a Promise itself. */
  readonly holder: string;
  /** Absent for what belongs to a Promise itself. */
  readonly requestUid?: string;
  /** Namespace of the request. */
  readonly namespace?: string;
  readonly promiseName: string;
  /** Entity ref of the owner of the request, or of the Promise. */
  readonly ownerRef?: string;
  /** YAML and JSON files only. */
  readonly files: ReadonlyArray<{
    readonly filepath: string;
    readonly sha256: string;
  }>;
}

/** A request that the catalog shows as an entity. @public */
export interface CatalogOrder {
  readonly uid: string;
  readonly promiseName: string;
  readonly promiseTitle: string;
  readonly namespace: string;
  readonly name: string;
  readonly ownerRef: string;
}

/** Who holds the name of a delivered entity. @public */
export interface CatalogClaim {
  /** In lower case. */
  readonly entityRef: string;
  readonly holder: string;
}
