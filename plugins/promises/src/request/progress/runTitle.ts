import type { Run } from '@promissory/plugin-promises-common';

const TRIGGERS: Readonly<Record<Run['trigger'], string>> = {
  order: 'as ordered',
  change: 'as edited',
  retry: 'tried again',
  reconcile: 'run again',
  delete: 'removal',
  interval: 'regular run',
  resume: 'resumed',
  revision: 'new version of the Promise',
};

/** What a run was for: `Generation 2, as edited`. */
export function runTitle(
  run: Pick<Run, 'generation' | 'trigger' | 'workflow'>,
): string {
  const { generation, trigger, workflow } = run;
  const words = TRIGGERS[trigger];
  return workflow === 'delete' && trigger !== 'delete'
    ? `Generation ${generation}, removal ${words}`
    : `Generation ${generation}, ${words}`;
}
