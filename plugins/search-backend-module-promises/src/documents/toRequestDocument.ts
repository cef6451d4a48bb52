import type { IndexableDocument } from '@backstage/plugin-search-common';
import {
  ANNOTATION_DESCRIPTION,
  ANNOTATION_TAGS,
  ANNOTATION_TITLE,
  type RequestSearchDocument,
  type ResourceRequest,
} from '@promissory/plugin-promises-common';
import { requestLocation } from './locations';

/** What search knows of a request. Its spec stays out: values of a form are for its own page. */
export function toRequestDocument(
  request: ResourceRequest,
  options: { readonly pagePath: string },
): RequestSearchDocument & IndexableDocument {
  const { uid, name, namespace, owner, promise, labels, annotations } = request;
  const description = annotations[ANNOTATION_DESCRIPTION] ?? '';
  const tags = [
    ...(annotations[ANNOTATION_TAGS] ?? '').split(',').map(tag => tag.trim()),
    ...Object.entries(labels).map(([key, value]) => `${key}=${value}`),
  ].filter(Boolean);
  const title = annotations[ANNOTATION_TITLE] || name;
  return {
    title,
    text: [
      description,
      `${promise.title} in ${namespace}`,
      title === name ? '' : name,
      ...tags,
    ]
      .filter(Boolean)
      .join(' · '),
    location: requestLocation(uid, options),
    name,
    namespace,
    description,
    promise: promise.title,
    tags,
    owner,
    icon: promise.icon ?? '',
    authorization: { resourceRef: uid },
  };
}
