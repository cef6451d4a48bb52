import type { RenderedDocument } from './types';

/** API group of a document; empty for the core group. */
export function groupOf(content: RenderedDocument['content']): string {
  const [group, version] = String(content.apiVersion ?? '').split('/');
  return version === undefined ? '' : group;
}
