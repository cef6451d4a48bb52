/** Waits for a time, or until it is woken. Waking while nobody waits ends the next wait at once. */
export class WakingTimer {
  #wake: (() => void) | undefined;
  #isAwake = false;

  static create(): WakingTimer {
    return new WakingTimer();
  }

  private constructor() {}

  wake(): void {
    this.#isAwake = true;
    this.#wake?.();
  }

  async wait(milliseconds: number): Promise<void> {
    if (!this.#isAwake) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, milliseconds);
        timer.unref();
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#wake = undefined;
    this.#isAwake = false;
  }
}
