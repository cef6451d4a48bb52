import { ConflictError } from '@backstage/errors';

/** States in which a row gives its name up to another entity. */
const YIELDING = ['Disconnected', 'Untrusted'];

/** Throws a ConflictError where another entity has this name and keeps it. */
export function assertSameEntity(
  row: { readonly entity_ref: string; readonly state: string } | undefined,
  options: {
    readonly subject: string;
    readonly entityRef: string;
    readonly trusted: boolean;
  },
): void {
  const { subject, entityRef, trusted } = options;
  if (!row || row.entity_ref === entityRef) {
    return;
  }
  if (!trusted || !YIELDING.includes(row.state)) {
    throw new ConflictError(
      `${subject} is ${row.entity_ref} already, so ${entityRef} is not used: rename it, or remove the other`,
    );
  }
}
