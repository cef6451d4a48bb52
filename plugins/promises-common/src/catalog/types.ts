/** Kinds of Kratix that the catalog knows. @public */
export type KratixEntityKind =
  | 'Promise'
  | 'Destination'
  | 'GitStateStore'
  | 'BucketStateStore';

/**
 * Published on {@link EVENT_TOPIC_ENTITY} when an entity of one of Kratix's kinds was processed and something about it is
 * new. The catalog's own API may take a second longer to show it.
 *
 * @public
 */
export interface PromiseEntityEvent {
  readonly entityRef: string;
  readonly kind: KratixEntityKind;
  /** sha256 of the document; of a Promise it is the name of its definition in the promises backend. */
  readonly hash: string;
}
