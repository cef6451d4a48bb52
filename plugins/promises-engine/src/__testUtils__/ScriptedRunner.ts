import type {
  PipelineOutcome,
  PipelineRunner,
  RunnerVerdict,
  RunPipelineOptions,
} from '@promissory/plugin-promises-node';

/** What a container of a test does: lines that it prints, files that it leaves, or how it fails. */
export interface ScriptResult {
  readonly log?: readonly string[];
  readonly output?: Readonly<Record<string, string>>;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly failure?: string;
}

/** Decides what a pipeline does, by its name. */
export type Script = (
  options: RunPipelineOptions,
) => ScriptResult | Promise<ScriptResult>;

/** A runner that executes functions of a test; calls are kept. */
export class ScriptedRunner implements PipelineRunner {
  static create(scripts: Readonly<Record<string, Script>>): ScriptedRunner {
    return new ScriptedRunner(scripts);
  }

  readonly name = 'function';
  readonly calls: RunPipelineOptions[] = [];
  readonly scripts: Record<string, Script>;

  private constructor(scripts: Readonly<Record<string, Script>>) {
    this.scripts = { ...scripts };
  }

  verdict(): RunnerVerdict {
    return { canRun: true };
  }

  async run(options: RunPipelineOptions): Promise<PipelineOutcome> {
    this.calls.push(options);
    const { observer, pipeline } = options;
    const result = await this.#execute(options);
    const { log = [], output = {}, metadata = {}, failure } = result;
    const state = failure === undefined ? 'Succeeded' : 'Failed';
    for (const [index] of pipeline.spec.containers.entries()) {
      await observer.stepStarted(index);
      await observer.log(index, 'stdout', log);
      await observer.stepFinished(index, { state, message: failure });
      if (failure !== undefined) break;
    }
    return {
      state,
      message: failure,
      output: toFiles(failure === undefined ? output : {}),
      metadata: toFiles(metadata),
    };
  }

  async stop(): Promise<void> {}

  async #execute(options: RunPipelineOptions): Promise<ScriptResult> {
    const script = this.scripts[options.pipeline.metadata.name];
    return script ? script(options) : {};
  }
}

function toFiles(
  files: Readonly<Record<string, string>>,
): Map<string, Uint8Array> {
  return new Map(
    Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]),
  );
}
