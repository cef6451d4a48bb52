/** An entity that the catalog does not take, for no rule allows its kind. */
export interface RefusedKind {
  readonly entityRef: string;
  /** As it is written, where it is one of the well-known ones. */
  readonly kind: string;
  /** `type:target` of the file. */
  readonly location: string;
  /** `type:target` of the location by which the file was found. */
  readonly origin: string;
}

const REFUSED =
  /Entity (\S+) at (\S+), originated at (\S+), is not of an allowed kind/g;

const KINDS = [
  'Promise',
  'Destination',
  'GitStateStore',
  'BucketStateStore',
  'Component',
  'Resource',
  'API',
  'System',
  'Domain',
  'Template',
  'Location',
  'User',
  'Group',
];

/** What the catalog's words about a location say of kinds that no rule allows. */
export function parseRefusedKinds(message: string): RefusedKind[] {
  return [...message.matchAll(REFUSED)].map(
    ([, entityRef, location, origin]) => {
      const kind = entityRef.split(':')[0];
      return {
        entityRef,
        kind:
          KINDS.find(each => each.toLocaleLowerCase('en-US') === kind) ?? kind,
        location,
        origin,
      };
    },
  );
}
