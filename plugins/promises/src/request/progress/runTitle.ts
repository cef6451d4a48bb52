import type { Run } from '@promissory/plugin-promises-common';

/** What a run was for: `Order`, `Change to generation 2`, `Retry of generation 2`. */
export function runTitle(run: Run): string {
  const { generation, trigger } = run;
  switch (trigger) {
    case 'order':
      return 'Order';
    case 'change':
      return `Change to generation ${generation}`;
    case 'delete':
      return 'Delete';
    case 'retry':
      return run.workflow === 'delete'
        ? 'Retry of the delete'
        : `Retry of generation ${generation}`;
    case 'reconcile':
      return `Reconcile of generation ${generation}`;
    case 'interval':
      return `Regular run of generation ${generation}`;
    case 'resume':
      return `Resumed generation ${generation}`;
    case 'revision':
      return `New version of the Promise, generation ${generation}`;
    default:
      return `Generation ${generation}`;
  }
}
