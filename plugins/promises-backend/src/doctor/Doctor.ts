import type { DoctorReport } from '@promissory/plugin-promises-common';
import { allChecks } from './allChecks';
import { collectSecrets } from './collectSecrets';
import { runCheck } from './runCheck';
import type { Check, DoctorContext } from './types';
import { withoutSecrets } from './withoutSecrets';
import { worstStatus } from './worstStatus';

/** What the doctor is made of. */
export interface DoctorOptions {
  readonly context: DoctorContext;
  /** All of them unless given. */
  readonly checks?: readonly Check[];
  /** Bound of one check, milliseconds. Default 10,000. */
  readonly limitMs?: number;
  /** Bound of one look at something outside this process, milliseconds. Default 4,000. */
  readonly probeMs?: number;
}

/** Examines the installation; who asks while it is at it gets the same answer. */
export class Doctor {
  readonly #context: DoctorContext;
  readonly #checks: readonly Check[];
  readonly #limitMs: number;
  readonly #probeMs: number;
  #running: Promise<DoctorReport> | undefined;

  static create(options: DoctorOptions): Doctor {
    return new Doctor(options);
  }

  private constructor(options: DoctorOptions) {
    this.#context = options.context;
    this.#checks = options.checks ?? allChecks;
    this.#limitMs = options.limitMs ?? 10_000;
    this.#probeMs = options.probeMs ?? 4_000;
  }

  /** Always answers with every check, after the bound of one check at the latest. */
  examine(): Promise<DoctorReport> {
    this.#running ??= this.#examine().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #examine(): Promise<DoctorReport> {
    const { engine, rootConfig, now } = this.#context;
    const timeoutMs = this.#probeMs;
    let probes: ReturnType<typeof engine.probeStateStores> | undefined;
    const examination = {
      ...this.#context,
      probeMs: timeoutMs,
      stateStores: () => (probes ??= engine.probeStateStores({ timeoutMs })),
    };
    const checks = await Promise.all(
      this.#checks.map(check =>
        runCheck(check, examination, { limitMs: this.#limitMs }),
      ),
    );
    return withoutSecrets(
      { at: now().toISOString(), status: worstStatus(checks), checks },
      collectSecrets(rootConfig),
    );
  }
}
