/**
 * What makes an order of a step recognisable when the step is run again. A key of the template's own makes runs of
 * different tasks recognise each other's order.
 */
export function orderKey(options: {
  readonly given?: string;
  readonly taskId: string;
  readonly stepId?: string;
}): string {
  return (
    options.given ?? `scaffolder:${options.taskId}:${options.stepId ?? ''}`
  );
}
