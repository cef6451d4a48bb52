import { isBelow } from './isBelow';

/** Who is told when something at a path changes. */
export class PathSubscriptions {
  readonly #listeners = new Map<string, Set<() => void>>();

  subscribe(key: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(key) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(key, listeners);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(key) === listeners) {
        this.#listeners.delete(key);
      }
    };
  }

  notify(key: string): void {
    for (const listener of [...(this.#listeners.get(key) ?? [])]) {
      listener();
    }
  }

  /** Everybody whose path is below this one; not this one itself. */
  notifyBelow(key: string): void {
    for (const other of [...this.#listeners.keys()]) {
      if (isBelow(other, key)) {
        this.notify(other);
      }
    }
  }
}
