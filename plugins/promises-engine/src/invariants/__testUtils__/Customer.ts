import { setTimeout as sleep } from 'node:timers/promises';
import { findLive } from '../../__testUtils__/CompoundHarness';
import type { RequestRow } from '../../database/rows/rows';
import { PreconditionFailedError } from '../../platform/PreconditionFailedError';
import type { Size, Step, Subject } from './steps';
import type { World } from './World';

const ACTOR = { ref: 'user:default/alice', origin: 'ui' } as const;

/** What others write. */
export const FOREIGN = 'written by hand\n';

/** A request that was accepted, as far as its customer knows. */
export interface Accepted {
  readonly uid: string;
  readonly subject: Subject;
  /** Each that was accepted, in order; one for each generation. */
  readonly sizes: Size[];
  deleted: boolean;
}

/** Does one step after the other and remembers what was accepted. */
export class Customer {
  static create(world: World): Customer {
    return new Customer(world);
  }

  /** By the uid. */
  readonly accepted = new Map<string, Accepted>();
  readonly #world: World;
  #notes = 0;

  private constructor(world: World) {
    this.#world = world;
  }

  async run(step: Step): Promise<void> {
    const world = this.#world;
    switch (step.type) {
      case 'apply':
        return this.#apply(step.subject, step.size);
      case 'delete':
        return this.#delete(step.subject);
      case 'act':
        return this.#act(step.subject, step.verb);
      case 'kill':
        return world.process.database.arm(step.statements);
      case 'freeze':
        return world.freeze();
      case 'wake':
        return world.wake();
      case 'push':
        return world.repository.fail(step.fault);
      case 'hangPipeline':
        return world.hangPipeline();
      case 'foreign':
        return this.#commit(step.subject, step.what);
      case 'clock':
        return world.moveClock(step.byMs);
      case 'store':
        return world.repository.setUp(step.up);
      default:
        await sleep(step.ms);
        return undefined;
    }
  }

  /** Has everything go on that somebody paused. */
  async resumeAll(): Promise<void> {
    const rows = await this.#world.harness
      .knex<RequestRow>('requests')
      .where({ paused: true })
      .whereNull('deleted_at');
    for (const { uid } of rows) await this.#ask(uid, 'resume');
  }

  async #apply(subject: Subject, size: Size): Promise<void> {
    const { harness } = this.#world;
    const result = await refused(
      this.#world.inProcess(async engine => {
        const present = await this.#live(subject);
        const order = await harness.order({
          promiseName: subject.promise,
          name: subject.name,
          spec: { size },
          ifMatch: present && String(present.row_version),
        });
        return engine.native.apply(order);
      }),
    );
    if (!result) return;
    const request = this.accepted.get(result.uid) ?? {
      uid: result.uid,
      subject,
      sizes: [],
      deleted: false,
    };
    if (request.sizes.at(-1) !== size) request.sizes.push(size);
    this.accepted.set(result.uid, request);
  }

  async #delete(subject: Subject): Promise<void> {
    const present = await this.#live(subject);
    if (!present) return;
    await refused(
      this.#world.inProcess(engine =>
        engine.native.delete({ uid: present.uid, actor: ACTOR }),
      ),
    );
    this.accepted.get(present.uid)!.deleted = true;
  }

  async #act(
    subject: Subject,
    verb: 'pause' | 'resume' | 'retry' | 'reconcile',
  ): Promise<void> {
    const present = await this.#live(subject);
    if (present) await this.#ask(present.uid, verb);
  }

  async #ask(
    uid: string,
    verb: 'pause' | 'resume' | 'retry' | 'reconcile',
  ): Promise<void> {
    await refused(
      this.#world.inProcess(engine =>
        engine.native.act({ uid, verb, actor: ACTOR }),
      ),
    );
  }

  async #commit(
    subject: Subject,
    what: 'changes' | 'removes' | 'adds' | 'elsewhere',
  ): Promise<void> {
    const [destination, pipeline, file] =
      subject.promise === 'database'
        ? ['dev', 'first', 'first.yaml']
        : ['platform', 'service', 'child.yaml'];
    const folder = `${destination}/resources/default/${subject.promise}/${subject.name}/${pipeline}/5058f`;
    this.#notes += 1;
    await this.#world.repository.commit(
      {
        changes: { [`${folder}/${file}`]: FOREIGN },
        removes: { [`${folder}/${file}`]: undefined },
        adds: { [`${folder}/note-${this.#notes}`]: FOREIGN },
        elsewhere: { [`${destination}/notes/${this.#notes}`]: FOREIGN },
      }[what],
    );
  }

  #live(subject: Subject): Promise<RequestRow | undefined> {
    return findLive(this.#world.harness, subject.promise, subject.name);
  }
}

/** Undefined where the answer is a refusal that says why, as it may be while others act on the same request. */
async function refused<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const { name } = error as Error;
    if (
      error instanceof PreconditionFailedError ||
      ['ConflictError', 'NameTakenError', 'NotFoundError'].includes(name)
    ) {
      return undefined;
    }
    throw error;
  }
}
