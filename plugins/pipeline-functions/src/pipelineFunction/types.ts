import type {
  JsonObject,
  PolicyViolation,
  StructuralSchema,
} from '@promissory/plugin-promises-common';
import type { FactAnswers, FactQuery } from '@promissory/plugin-promises-node';

/** The answer to a query that a function declared, with the kind of the query. @public */
export type FunctionFact = {
  readonly [Kind in FactQuery['kind']]: {
    readonly kind: Kind;
    readonly answer: FactAnswers[Kind];
  };
}[FactQuery['kind']];

/** What a function reads before its facts are known. @public */
export type FactInput = Omit<FunctionInput, 'facts'>;

/** What a function reads. @public */
export interface FunctionInput {
  /** The request or Promise with defaults, metadata and current status. */
  readonly object: JsonObject;
  /** Kratix's variables and the container's own. */
  readonly environment: Readonly<Record<string, string>>;
  readonly arguments: readonly string[];
  /** Files that containers before it wrote, by their path below /kratix/output. */
  readonly output: ReadonlyMap<string, Uint8Array>;
  /** Files directly below /kratix/metadata that containers before it wrote. */
  readonly metadata: ReadonlyMap<string, Uint8Array>;
  readonly limits: {
    readonly outputBytes: number;
    readonly outputFiles: number;
  };
  /** Answers to the queries of {@link PipelineFunction.facts}, under the same names. */
  readonly facts: Readonly<Record<string, FunctionFact>>;
  /** When the step began, ISO 8601. */
  readonly now: string;
  /** Writes a line to the log of the step. */
  readonly log: (line: string) => void;
}

/** What a function adds or replaces; files that it does not name stay as they are. @public */
export interface FunctionOutput {
  readonly output: ReadonlyMap<string, Uint8Array>;
  readonly metadata: ReadonlyMap<string, Uint8Array>;
  /** Rules of policies that were found broken and do not fail the step. */
  readonly violations?: readonly PolicyViolation[];
}

/**
 * A portable step of a pipeline: pure, from what it reads to what it writes. Runs in a worker thread of the backend or
 * as the entry point of an image, with the same result.
 *
 * @public
 */
export interface PipelineFunction {
  readonly name: string;
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  /** Schema of its options: the YAML in the environment variable `OPTIONS`. */
  readonly optionsSchema: StructuralSchema;
  /** Options that show what it does. */
  readonly example: JsonObject;
  /** What it wants to know of the platform, by names of its own. Throws a {@link FunctionError} as `run` does. */
  facts?(input: FactInput): Readonly<Record<string, FactQuery>>;
  /** Throws a {@link FunctionError} for what is wrong with its input. */
  run(input: FunctionInput): FunctionOutput;
}
