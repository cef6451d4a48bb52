import type { Knex } from 'knex';
import type { PromisesEngineOptions } from '../PromisesEngineOptions';
import { EngineHarness } from './EngineHarness';
import { promiseOf } from './promiseOf';
import type { Script } from './ScriptedRunner';
import { writesSize } from './writesSize';

/** What the engine is given before it starts. */
export interface StartEngineOptions {
  /** Of the containers by their name; `configure` writes the size unless given. */
  readonly scripts?: Readonly<Record<string, Script>>;
  readonly parts?: Parameters<typeof promiseOf>[0];
  /** Labels of the Destinations by their name; one named `dev` unless given. */
  readonly destinations?: Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;
  readonly engine?: Partial<PromisesEngineOptions>;
}

/** An engine that runs, with a Promise and Destinations. */
export async function startEngine(
  knex: Knex,
  options: StartEngineOptions = {},
): Promise<EngineHarness> {
  const harness = await EngineHarness.create({
    knex,
    scripts: options.scripts ?? { configure: writesSize },
    engine: options.engine,
  });
  const destinations = options.destinations ?? { dev: { environment: 'dev' } };
  for (const [name, labels] of Object.entries(destinations)) {
    await harness.addDestination(name, labels);
  }
  await harness.addPromise(promiseOf(options.parts));
  await harness.engine.start();
  return harness;
}
