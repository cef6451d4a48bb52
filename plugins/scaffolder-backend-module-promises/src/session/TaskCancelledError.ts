import { CustomErrorBase } from '@backstage/errors';

/** Somebody cancelled the task while a step waited. */
export class TaskCancelledError extends CustomErrorBase {
  name = 'TaskCancelledError' as const;

  constructor() {
    super(
      'The task was cancelled. The request goes on: cancelling a task neither stops nor deletes what it ordered',
    );
  }
}
