import type {
  PromiseCard,
  PromiseRequirement,
} from '@promissory/plugin-promises-common';
import { cardColumn } from '../../database/json';
import { promiseApiOf } from '../../database/operations/promises/promiseApiOf';
import type { PromiseRow } from '../../database/rows/rows';
import { withoutAbsent } from '../withoutAbsent';

/** A card without what depends on the caller and on the runners that are installed. */
export type PromiseCardPart = Omit<
  PromiseCard,
  'runner' | 'orderable' | 'deniedPermission'
>;

/** The card of a Promise. */
export function toCard(
  row: PromiseRow & { readonly version: string | null },
  requirements: readonly PromiseRequirement[] = [],
): PromiseCardPart {
  const card = cardColumn.parse(row.card);
  return withoutAbsent({
    name: row.name,
    entityRef: row.entity_ref,
    title: card.title,
    description: card.description,
    owner: row.owner_ref ?? undefined,
    category: card.category,
    icon: card.icon,
    tags: [...card.tags],
    version: row.version ?? undefined,
    api: promiseApiOf(row),
    availability: {
      state: row.state as PromiseCard['availability']['state'],
      reason: row.reason,
      message: row.message,
    },
    requirements: [...requirements],
    updatedAt: row.updated_at,
  });
}
