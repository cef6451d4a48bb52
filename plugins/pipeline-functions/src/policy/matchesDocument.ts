import { groupOf } from './groupOf';
import type { RenderedDocument, RuleMatch } from './types';

/** Whether a rule is for a document; what the rule does not name is not asked. */
export function matchesDocument(
  { content }: RenderedDocument,
  match: RuleMatch = {},
): boolean {
  const metadata = (content.metadata ?? {}) as Record<string, unknown>;
  const labels = (metadata.labels ?? {}) as Record<string, unknown>;
  const isAmong = (list: readonly string[] | undefined, value: unknown) =>
    list === undefined || list.includes(String(value ?? ''));
  return (
    isAmong(match.apiGroups, groupOf(content)) &&
    isAmong(match.kinds, content.kind) &&
    isAmong(match.namespaces, metadata.namespace) &&
    isAmong(match.names, metadata.name) &&
    Object.entries(match.labels ?? {}).every(
      ([label, value]) => labels[label] === value,
    )
  );
}
