import {
  compileSchema,
  getPromiseApi,
  type PromiseDefinition,
  type RunnerInfo,
} from '@promissory/plugin-promises-common';
import type { CompiledApi } from '@promissory/plugin-promises-engine';
import type { PipelineRunner } from '@promissory/plugin-promises-node';
import { describeRunner } from './describeRunner';

/** Compiled definitions that are kept. */
const COMPILED = 200;

/** What follows from a definition alone, worked out once for each hash. */
export class DefinitionCache {
  readonly #runners: readonly PipelineRunner[];
  readonly #compiled = new Map<string, CompiledApi | undefined>();
  readonly #infos = new Map<string, RunnerInfo>();
  readonly #annotations = new Map<string, Readonly<Record<string, string>>>();

  static create(options: {
    readonly runners: readonly PipelineRunner[];
  }): DefinitionCache {
    return new DefinitionCache(options.runners);
  }

  private constructor(runners: readonly PipelineRunner[]) {
    this.#runners = runners;
  }

  get runners(): readonly PipelineRunner[] {
    return this.#runners;
  }

  /** The API of a definition; undefined where it offers none. Throws an InvalidSchemaError. */
  compile(
    sha256: string,
    definition: PromiseDefinition,
  ): CompiledApi | undefined {
    if (this.#compiled.has(sha256)) {
      const known = this.#compiled.get(sha256);
      this.#compiled.delete(sha256);
      this.#compiled.set(sha256, known);
      return known;
    }
    const api = getPromiseApi(definition);
    const compiled = api && { api, schema: compileSchema(api.schema) };
    this.#compiled.set(sha256, compiled);
    const [oldest] = this.#compiled.keys();
    if (this.#compiled.size > COMPILED) this.#compiled.delete(oldest);
    return compiled;
  }

  knownRunner(sha256: string): RunnerInfo | undefined {
    return this.#infos.get(sha256);
  }

  /** Annotations of a definition whose runner is known. */
  knownAnnotations(sha256: string): Readonly<Record<string, string>> {
    return this.#annotations.get(sha256) ?? {};
  }

  runner(sha256: string, definition: PromiseDefinition): RunnerInfo {
    const known = this.#infos.get(sha256);
    if (known) return known;
    const info = describeRunner(definition, this.#runners);
    this.#infos.set(sha256, info);
    this.#annotations.set(sha256, definition.metadata.annotations ?? {});
    return info;
  }
}
