import { ConflictError } from '@backstage/errors';
import type {
  PipelineRunner,
  PromisesRunnerExtensionPoint,
  RunnerName,
} from '@promissory/plugin-promises-node';

/** The nearest first: inside the backend, then in a container, then on a cluster. */
const PREFERENCE: readonly RunnerName[] = [
  'function',
  'container',
  'kubernetes',
];

/** Runners that modules add, in the order in which they are preferred. */
export class PipelineRunners implements PromisesRunnerExtensionPoint {
  readonly #runners = new Map<RunnerName, PipelineRunner>();

  static create(): PipelineRunners {
    return new PipelineRunners();
  }

  addRunner(runner: PipelineRunner): void {
    if (this.#runners.has(runner.name)) {
      throw new ConflictError(
        `A runner with the name ${runner.name} is installed already: remove one of the modules that bring it`,
      );
    }
    this.#runners.set(runner.name, runner);
  }

  has(name: RunnerName): boolean {
    return this.#runners.has(name);
  }

  get list(): readonly PipelineRunner[] {
    return PREFERENCE.flatMap(name => this.#runners.get(name) ?? []);
  }
}
