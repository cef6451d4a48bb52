import type { IndexableDocument } from '@backstage/plugin-search-common';
import type {
  PromiseCard,
  PromiseSearchDocument,
} from '@promissory/plugin-promises-common';
import { promiseLocation } from './locations';

/** What search knows of a Promise. Every document has every field: an engine takes its fields from the first one. */
export function toPromiseDocument(
  card: PromiseCard,
  options: { readonly pagePath: string },
): PromiseSearchDocument & IndexableDocument {
  const { name, title, description = '', category = '', tags } = card;
  return {
    title,
    text: [description, category, ...tags].filter(Boolean).join(' · '),
    location: promiseLocation(name, options),
    name,
    description,
    category,
    tags: [...tags],
    owner: card.owner ?? '',
    icon: card.icon ?? '',
    authorization: { resourceRef: name },
  };
}
