import type { PromisesEvent } from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';

const text = z.string().optional().catch(undefined);

const payloads = z
  .object({
    pipeline: text,
    container: text,
    state: z
      .union([
        z.string(),
        z.object({ name: z.string(), reason: text, message: text }),
      ])
      .optional()
      .catch(undefined),
    reason: text,
    message: text,
    verb: text,
    path: text,
    commit: text,
    previous: text,
    workflow: text,
    trigger: text,
    generation: z.number().optional().catch(undefined),
    child: z
      .object({ promise: text, namespace: text, name: z.string() })
      .optional()
      .catch(undefined),
  })
  .catch({});

/** An event of a request as a line of the task log; undefined for what is of no use there. */
export function describeEvent(event: PromisesEvent): string | undefined {
  const payload = payloads.parse(event.payload);
  const { pipeline, container, reason, message } = payload;
  const step = `${pipeline} / ${container}`;
  const because = joined(reason, message);
  switch (event.type) {
    case 'RequestStateChanged':
      return describeState(payload.state);
    case 'RequestChildChanged':
      return `${payload.child?.promise} ${payload.child?.namespace}/${
        payload.child?.name
      }: ${describeState(payload.state)}`;
    case 'RequestActionRequested':
      return `${event.actor ?? 'Somebody'} asked for ${payload.verb}`;
    case 'RequestDeleteRequested':
      return `${event.actor ?? 'Somebody'} asked for its deletion`;
    case 'RunStarted':
      return `Workflow ${payload.workflow} starts for generation ${payload.generation} (${payload.trigger})`;
    case 'StepStarted':
      return `Step ${step} starts`;
    case 'StepFinished':
      return payload.state === 'Succeeded'
        ? `Step ${step} succeeded`
        : `Step ${step}: ${describeState(payload.state)}${because}`;
    case 'PlacementWritten':
      return `Written to ${event.destination}: ${payload.path}${
        payload.commit ? ` (commit ${payload.commit.slice(0, 8)})` : ''
      }`;
    case 'PlacementRemoved':
      return `Removed from ${event.destination}: ${payload.path}`;
    case 'PlacementFailed':
      return `Not written to ${event.destination}${because}`;
    default:
      return undefined;
  }
}

function describeState(state: z.infer<typeof payloads>['state']): string {
  if (state === undefined) return 'changed';
  if (typeof state === 'string') return state;
  return state.message ? `${state.name}: ${state.message}` : state.name;
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.map(part => (part ? `: ${part}` : '')).join('');
}
