import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../random/createRandom.ts';
import {
  NAMESPACE,
  type FolderSpec,
  type NoteSpec,
  type Order,
} from '../oracle/Order.ts';
import type { Send } from './sendToAny.ts';

const OWNER = 'group:default/web';
const SETTLED_MS = 40_000;
const EVERY_MS = 400;
const THINK_MS = 300;
const NOTES = ['first', 'second', 'third'];

/** What all customers of a run share. */
export interface CustomerOptions {
  readonly random: Random;
  readonly send: Send;
  /** Where it writes down what was accepted. */
  readonly orders: Order[];
  /** Share of orders that are compound. */
  readonly compound: number;
  /** A number that no other order has. */
  readonly nextNumber: () => number;
  readonly isOver: () => boolean;
}

/** One that orders, changes, retries and deletes, one request after the other, and writes down what was accepted. */
export class Customer {
  static create(options: CustomerOptions): Customer {
    return new Customer(options);
  }

  readonly #options: CustomerOptions;
  #texts = 0;

  private constructor(options: CustomerOptions) {
    this.#options = options;
  }

  /** Until it is over; what was begun is brought to its end. */
  async run(): Promise<void> {
    while (!this.#options.isOver()) {
      await this.#live();
      await sleep(this.#options.random.next() * THINK_MS);
    }
  }

  async #live(): Promise<void> {
    const { random, nextNumber, compound } = this.#options;
    const promise = random.next() < compound ? 'folder' : 'note';
    const order = await this.#place(promise, `${promise}-${nextNumber()}`);
    await this.#maybeWait(order);
    for (let changes = random.below(3); changes > 0; changes -= 1) {
      await this.#change(order, this.#newSpec(order.promise));
      await this.#maybeWait(order);
    }
    if (random.next() < 0.3) await this.#act(order, 'reconcile');
    await this.#mendBroken(order);
    if (random.next() < 0.5) {
      await this.#maybeWait(order);
      await this.#delete(order);
      if (random.next() < 0.3) await this.#placeAgain(order);
    }
  }

  #newSpec(promise: Order['promise']): NoteSpec | FolderSpec {
    const { random } = this.#options;
    this.#texts += 1;
    const text = `text ${this.#texts} ${random.below(1_000_000)}`;
    if (promise === 'folder') {
      const notes = NOTES.filter(() => random.next() < 0.6);
      return { text, notes: notes.length > 0 ? notes : NOTES.slice(0, 1) };
    }
    return random.next() < 0.15 ? { text, broken: true } : { text };
  }

  async #place(promise: Order['promise'], name: string): Promise<Order> {
    const spec = this.#newSpec(promise);
    for (;;) {
      const { response } = await this.#options.send(
        'PUT',
        `/promises/${promise}/requests/${NAMESPACE}/${name}`,
        { body: { spec, owner: OWNER } },
      );
      if (response.status === 200 || response.status === 201) {
        const { uid } = response.body as { uid: string };
        const order: Order = {
          promise,
          name,
          uid,
          specs: [spec],
          runsAsked: 0,
          deleted: false,
        };
        this.#options.orders.push(order);
        return order;
      }
      // The name of one that is being deleted is free when that is done.
      if (response.status !== 409) throw unexpected('order', response);
      await sleep(EVERY_MS);
    }
  }

  async #change(order: Order, spec: NoteSpec | FolderSpec): Promise<void> {
    const { send } = this.#options;
    for (;;) {
      const { response: present } = await send('GET', `/requests/${order.uid}`);
      const { response } = await send(
        'PUT',
        `/promises/${order.promise}/requests/${NAMESPACE}/${order.name}`,
        {
          body: { spec, owner: OWNER },
          headers: { 'if-match': present.etag ?? '' },
        },
      );
      if (response.status === 200) {
        order.specs.push(spec);
        return;
      }
      if (response.status !== 412) throw unexpected('change', response);
    }
  }

  async #act(order: Order, verb: 'retry' | 'reconcile'): Promise<void> {
    const { response, attempts } = await this.#options.send(
      'POST',
      `/requests/${order.uid}/${verb}`,
    );
    // What was not answered may have been done.
    order.runsAsked += attempts;
    if (response.status !== 202 && response.status !== 409) {
      throw unexpected(verb, response);
    }
  }

  /** A broken note is tried again, in vain, and then mended. */
  async #mendBroken(order: Order): Promise<void> {
    const spec = order.specs.at(-1) as NoteSpec;
    if (!spec.broken) {
      if (order.promise === 'folder' && this.#options.random.next() < 0.3) {
        await this.#act(order, 'retry');
      }
      return;
    }
    await this.#wait(order);
    await this.#act(order, 'retry');
    await this.#maybeWait(order);
    await this.#change(order, { text: `${spec.text} mended` });
  }

  async #delete(order: Order): Promise<void> {
    const { response } = await this.#options.send(
      'DELETE',
      `/requests/${order.uid}`,
    );
    // Asked again after a lost answer, it may be gone.
    if (![202, 404, 409].includes(response.status)) {
      throw unexpected('delete', response);
    }
    order.deleted = true;
  }

  async #placeAgain({ promise, name }: Order): Promise<void> {
    const order = await this.#place(promise, name);
    await this.#mendBroken(order);
  }

  async #maybeWait(order: Order): Promise<void> {
    if (this.#options.random.next() < 0.6) await this.#wait(order);
  }

  /** Until it rests, or for a while. */
  async #wait(order: Order): Promise<void> {
    const deadline = Date.now() + SETTLED_MS;
    while (Date.now() < deadline) {
      const { response } = await this.#options.send(
        'GET',
        `/requests/${order.uid}`,
      );
      const { state, observedGeneration } = response.body as {
        state?: { name: string };
        observedGeneration?: number;
      };
      const rests = ['Delivered', 'Failed', 'Degraded', 'Deleted'];
      const isCurrent = observedGeneration === order.specs.length;
      if (isCurrent && rests.includes(state?.name ?? '')) return;
      await sleep(EVERY_MS);
    }
  }
}

function unexpected(
  what: string,
  response: { readonly status: number; readonly body: unknown },
): Error {
  return new Error(
    `${what} answered ${response.status}: ${JSON.stringify(response.body)}`,
  );
}
