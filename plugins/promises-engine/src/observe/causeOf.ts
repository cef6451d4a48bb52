import type {
  RequestSnapshot,
  RunFacts,
  WorkflowSnapshot,
} from '../plan/snapshot';
import type { SpanDescription } from './inSpan';
import { parseTraceparent } from './traceContext';

/** Runs that follow from what a person did, in the same trace; others only point at it. */
const ASKED_FOR: readonly RunFacts['trigger'][] = [
  'order',
  'change',
  'retry',
  'reconcile',
  'resume',
  'delete',
];

/** What brought a run of a request about: the trace of who asked for it. */
export function causeOf(
  snapshot: WorkflowSnapshot,
  trigger: RunFacts['trigger'],
): Pick<SpanDescription, 'parent' | 'links'> {
  const { request } = snapshot as Partial<RequestSnapshot>;
  const cause = parseTraceparent(request?.trace);
  if (!cause) return {};
  return ASKED_FOR.includes(trigger) ? { parent: cause } : { links: [cause] };
}
