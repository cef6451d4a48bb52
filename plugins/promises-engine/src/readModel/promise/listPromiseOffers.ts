import type { PromiseCard } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import type { PromiseRow } from '../../database/rows/rows';

/** What a Promise offers, as far as it is known without its definition; cheap to list for hundreds. */
export interface PromiseOffer {
  readonly name: string;
  readonly entityRef: string;
  readonly ownerRef?: string;
  readonly availability: PromiseCard['availability'];
  readonly hasApi: boolean;
  readonly definitionSha256: string;
}

type OfferRow = Pick<
  PromiseRow,
  | 'name'
  | 'entity_ref'
  | 'owner_ref'
  | 'api_kind'
  | 'state'
  | 'reason'
  | 'message'
> & { definition_sha256: string };

/** The Promises that hold their names and have a definition, by name. */
export async function listPromiseOffers(
  knex: Knex,
  options: { readonly platform: string },
): Promise<PromiseOffer[]> {
  const views: OfferRow[] = await knex('promises')
    .join(
      'promise_revisions',
      'promise_revisions.id',
      'promises.current_revision_id',
    )
    .where({
      'promises.platform': options.platform,
      'promises.holds_name': true,
    })
    .select({
      name: 'promises.name',
      entity_ref: 'promises.entity_ref',
      owner_ref: 'promises.owner_ref',
      api_kind: 'promises.api_kind',
      state: 'promises.state',
      reason: 'promises.reason',
      message: 'promises.message',
      definition_sha256: 'promise_revisions.definition_sha256',
    })
    .orderBy('promises.name');
  return views.map(view => ({
    name: view.name,
    entityRef: view.entity_ref,
    ...(view.owner_ref !== null && { ownerRef: view.owner_ref }),
    availability: {
      state: view.state as PromiseCard['availability']['state'],
      reason: view.reason,
      message: view.message,
    },
    hasApi: view.api_kind !== null,
    definitionSha256: view.definition_sha256,
  }));
}
