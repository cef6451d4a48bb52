import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

/** What is recorded of an action, whether it succeeds or not. */
export interface AuditedAction {
  readonly eventId: string;
  readonly request: NonNullable<AuditorServiceCreateEventOptions['request']>;
  readonly meta: JsonObject;
}

/** Runs an action and records who did it and how it ended. */
export async function audited<T>(
  auditor: AuditorService,
  action: AuditedAction,
  run: () => Promise<T>,
): Promise<T> {
  const event = await auditor.createEvent({
    eventId: action.eventId,
    severityLevel: 'medium',
    request: action.request,
    meta: action.meta,
  });
  try {
    const result = await run();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({
      error: error instanceof Error ? error : new Error(String(error)),
    });
    throw error;
  }
}
