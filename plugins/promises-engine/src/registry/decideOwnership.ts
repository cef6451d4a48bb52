/** Another Promise that holds the same name or the same API. */
export interface Holder {
  readonly id: string;
  readonly entityRef: string;
  readonly state: string;
  /** Requests of it that are not deleted. */
  readonly liveRequests: number;
  readonly shares: 'name' | 'api';
}

/** What ownership is decided from. */
export interface OwnershipFacts {
  /** Trusted, and without errors: only such a Promise gets a name. */
  readonly eligible: boolean;
  /** It holds its name already. */
  readonly held: boolean;
  /** Others that hold its name or its API. */
  readonly holders: readonly Holder[];
}

/** Who holds the name and the API. */
export interface Ownership {
  readonly holds: boolean;
  /** Who stands in the way. */
  readonly refusedBy?: Holder;
  /** Who has to give its name up first. */
  readonly yielding: readonly string[];
}

/**
 * A name and an API belong to the first Promise that offered them, also while it is invalid. It gives them up when it is
 * withdrawn or no longer trusted and has no requests any more, and then only to another that asks for them.
 */
export function decideOwnership(facts: OwnershipFacts): Ownership {
  const { eligible, held, holders } = facts;
  const refusedBy = holders.find(holder => !yields(holder));
  if (refusedBy) {
    return { holds: held, refusedBy, yielding: [] };
  }
  if (!eligible) {
    return { holds: held, yielding: [] };
  }
  return { holds: true, yielding: holders.map(({ id }) => id) };
}

function yields({ state, liveRequests }: Holder): boolean {
  return (state === 'Withdrawn' || state === 'Untrusted') && liveRequests === 0;
}
