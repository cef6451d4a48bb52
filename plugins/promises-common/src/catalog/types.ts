/** Published on {@link EVENT_TOPIC_ENTITY} when an entity of one of Kratix's kinds was processed. @public */
export interface PromiseEntityEvent {
  readonly entityRef: string;
  readonly kind:
    | 'Promise'
    | 'Destination'
    | 'GitStateStore'
    | 'BucketStateStore';
  /** Of the definition, or of the spec for the small kinds. */
  readonly hash: string;
}
