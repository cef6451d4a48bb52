import { groupOf } from './groupOf';
import type { RenderedDocument } from './types';

const TEMPLATE = ['spec', 'template', 'spec'];

/** Where each kind has the spec of its pods. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  '/Pod': ['spec'],
  '/PodTemplate': ['template', 'spec'],
  '/ReplicationController': TEMPLATE,
  'apps/Deployment': TEMPLATE,
  'apps/StatefulSet': TEMPLATE,
  'apps/DaemonSet': TEMPLATE,
  'apps/ReplicaSet': TEMPLATE,
  'batch/Job': TEMPLATE,
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};

/** The spec of the pods that a document makes; null where it makes none. */
export function podSpecOf(
  content: RenderedDocument['content'],
): Readonly<Record<string, unknown>> | null {
  const path = PATHS[`${groupOf(content)}/${String(content.kind)}`];
  if (!path) return null;
  let value: unknown = content;
  for (const key of path) {
    value =
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[key]
        : undefined;
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
