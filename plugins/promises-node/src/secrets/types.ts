/** A secret as Kubernetes names it. @public */
export interface SecretReference {
  readonly name: string;
  readonly namespace?: string;
}

/** For what a secret is read; a store may refuse by it. @public */
export interface SecretPurpose {
  /** What reads it, for example `GitStateStore/default`. */
  readonly reader: string;
  /** Host that the secret is sent to. It must be on the secret's allow list. */
  readonly host: string;
}

/** Resolves references to secrets. Values never enter rows, logs, events or Git. @public */
export interface SecretStore {
  /** Rejects with a NotFoundError, or a NotAllowedError where the purpose is not allowed. */
  read(
    reference: SecretReference,
    purpose: SecretPurpose,
  ): Promise<Readonly<Record<string, string>>>;
  /** Present only where values can be taken in; the reference replaces the value. */
  write?(
    owner: string,
    value: Readonly<Record<string, string>>,
  ): Promise<SecretReference>;
}
