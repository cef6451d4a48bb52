import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { addDevAndPlatform } from '../../__testUtils__/addDevAndPlatform';
import { childDocument } from '../../__testUtils__/CompoundHarness';
import { diesAfter, type DyingDatabase } from '../../__testUtils__/diesAfter';
import { EngineHarness } from '../../__testUtils__/EngineHarness';
import type { Script } from '../../__testUtils__/ScriptedRunner';
import type { PromisesEngine } from '../../PromisesEngine';
import { StateRepository } from './StateRepository';

const LEASE_MS = 400;

interface Process {
  readonly engine: PromisesEngine;
  readonly database: DyingDatabase;
}

/** Promises, a repository, a clock and one process after the other, each of which may die at any statement. */
export class World {
  static async create(
    knex: Knex,
    options: { readonly replicas: boolean },
  ): Promise<World> {
    const world = new World(options.replicas);
    const scripts: Record<string, Script> = {
      first: call => ({
        log: ['a'],
        output: { 'first.yaml': `size: ${sizeOf(call)}\n` },
      }),
      second: call =>
        sizeOf(call) === 'broken'
          ? { failure: 'this size is broken' }
          : {
              output: filesOf(call),
              metadata: { 'status.yaml': `message: ${sizeOf(call)}\n` },
            },
      service: call => ({
        output: {
          'child.yaml': childDocument('database', `${nameOf(call)}-db`, {
            spec: { size: sizeOf(call) },
          }),
        },
      }),
    };
    const harness = await EngineHarness.create({
      knex,
      scripts: Object.fromEntries(
        Object.entries(scripts).map(([name, script]) => [
          name,
          async call => {
            await world.#pipelineGate();
            return script(call);
          },
        ]),
      ),
    });
    world.harness = harness;
    world.repository = await StateRepository.create(harness.directory);
    await addDevAndPlatform(harness, {
      configure: ['first', 'second'],
      delete: ['cleanup'],
    });
    await world.begin();
    await harness.untilPromise('Available', 'database');
    await harness.untilPromise('Available', 'service');
    return world;
  }

  harness!: EngineHarness;
  repository!: StateRepository;
  readonly #replicas: boolean;
  #process: Process | undefined;
  readonly #former: Process[] = [];
  readonly #ends: Array<Promise<unknown>> = [];
  #clockMs = 0;
  #latestMs = 0;
  #hangNext = false;
  readonly #letGo: Array<() => void> = [];

  private constructor(replicas: boolean) {
    this.#replicas = replicas;
  }

  get process(): Process {
    if (!this.#process) throw new Error('No process runs');
    return this.#process;
  }

  /** Does something in the process that runs; where it dies meanwhile, again in the next one, as a client would. */
  async inProcess<T>(run: (engine: PromisesEngine) => Promise<T>): Promise<T> {
    for (;;) {
      if (this.process.database.dead) await this.replace();
      const { engine, database } = this.process;
      const died = database.death.then(async () => {
        // What the last statement brought is there by then.
        await sleep(50);
        throw new Error('The process died meanwhile');
      });
      try {
        return await Promise.race([run(engine), died]);
      } catch (error) {
        if (!database.dead) throw error;
      }
    }
  }

  async begin(): Promise<void> {
    const database = diesAfter(this.harness.knex);
    const engine = await this.harness.createEngine({
      knex: database.knex,
      leaseMs: LEASE_MS,
      sweepIntervalMs: 2_000,
      now: () => new Date(Date.now() + this.#clockMs),
      git: {
        cacheDirectory: `${this.harness.directory}/cache-${
          this.#former.length
        }`,
        localDirectory: `${this.harness.directory}/local`,
        environment: { PATH: process.env.PATH },
      },
    });
    this.#process = { engine, database };
    await engine.start();
  }

  /** The process is gone, with everything that it held; another one begins. */
  async replace(): Promise<void> {
    const { engine, database } = this.process;
    database.arm(0);
    this.#former.push(this.process);
    this.#ends.push(engine.stop({ drainMs: 0 }).catch(() => {}));
    await sleep(30);
    await database.close();
    await this.begin();
  }

  /** It stands still while another one takes over. Where processes cannot share a database it never wakes. */
  async freeze(): Promise<void> {
    if (!this.#replicas) return this.replace();
    this.process.database.freeze();
    this.#former.push(this.process);
    return this.begin();
  }

  /** Those that stood still go on, beside the others. */
  wake(): void {
    this.#former.forEach(({ database }) => database.wake());
  }

  moveClock(byMs: number): void {
    this.#clockMs += byMs;
    this.#latestMs = Math.max(this.#latestMs, this.#clockMs);
  }

  hangPipeline(): void {
    this.#hangNext = true;
  }

  /** Nothing fails any more, and every time that was ever named has come. */
  async heal(): Promise<void> {
    this.#hangNext = false;
    this.#letGo.splice(0).forEach(letGo => letGo());
    await this.repository.heal();
    this.wake();
    if (this.process.database.dead) await this.replace();
    this.process.database.arm(Number.POSITIVE_INFINITY);
    this.#clockMs = this.#latestMs;
  }

  async dispose(): Promise<void> {
    await this.heal();
    await this.process.engine.stop({ drainMs: 0 });
    for (const { engine, database } of this.#former) {
      if (!database.dead) await engine.stop({ drainMs: 0 });
    }
    await Promise.all(this.#ends);
    await Promise.all(
      [this.process, ...this.#former].map(({ database }) => database.close()),
    );
    await this.harness.dispose();
  }

  async #pipelineGate(): Promise<void> {
    if (!this.#hangNext) return;
    this.#hangNext = false;
    await new Promise<void>(resolve => this.#letGo.push(resolve));
  }
}

function filesOf(call: Parameters<Script>[0]): Record<string, string> {
  const size = sizeOf(call);
  return size === 'small' ? {} : { 'second.yaml': `size: ${size}\n` };
}

function sizeOf({ object }: Parameters<Script>[0]): string {
  return (object.spec as { size: string }).size;
}

function nameOf({ object }: Parameters<Script>[0]): string {
  return (object.metadata as { name: string }).name;
}
