import type { Step } from '@promissory/plugin-promises-common';

/** The step whose log matters without asking: the one that failed, else the one that runs. */
export function stepToOpen(steps: readonly Step[]): string | undefined {
  return (
    steps.find(step => step.state === 'Failed') ??
    steps.find(step => step.state === 'Running')
  )?.id;
}
