import { setTimeout as sleep } from 'node:timers/promises';
import type {
  PipelineOutcome,
  PipelineRunner,
  RunnerVerdict,
  RunPipelineOptions,
} from '@promissory/plugin-promises-node';

const IMAGE = 'chaos.promissory.io/sleep:v1';
const NOTHING: ReadonlyMap<string, Uint8Array> = new Map();

/** Stands for containers: takes the time that they take, in milliseconds in `args`, and writes nothing. */
export class SleepingRunner implements PipelineRunner {
  static create(): SleepingRunner {
    return new SleepingRunner();
  }

  readonly name = 'container';

  verdict({ spec }: RunPipelineOptions['pipeline']): RunnerVerdict {
    return spec.containers.every(({ image }) => image === IMAGE)
      ? { canRun: true }
      : {
          canRun: false,
          reason: `only ${IMAGE} is known here`,
          remedy: 'Use the functions.',
        };
  }

  async run(options: RunPipelineOptions): Promise<PipelineOutcome> {
    const { observer, pipeline, signal } = options;
    for (const [index, { args }] of pipeline.spec.containers.entries()) {
      await observer.stepStarted(index);
      await sleep(Number(args?.[0] ?? 0), undefined, { signal });
      await observer.stepFinished(index, { state: 'Succeeded' });
    }
    return { state: 'Succeeded', output: NOTHING, metadata: NOTHING };
  }

  async stop(): Promise<void> {}
}
