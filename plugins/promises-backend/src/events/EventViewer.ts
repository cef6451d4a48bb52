import type { StoredEvent } from '@promissory/plugin-promises-engine';
import type { Response } from 'express';
import type { CallerRights } from '../permissions/CallerRights';
import { mayReadEvent } from './eventRights';
import { matchesTopics, type EventTopic } from './EventTopics';
import {
  heartbeatMessage,
  positionMessage,
  resetMessage,
} from './streamMessages';

/** Events that wait while a viewer is catching up; what is more is read from the log again. */
const PENDING = 1_000;

/** An event that is not told yet. */
interface PendingEvent {
  readonly event: StoredEvent;
  readonly message: () => string;
}

/** What a viewer is made of. */
export interface EventViewerOptions {
  readonly response: Response;
  readonly rights: CallerRights;
  readonly topics: readonly EventTopic[];
  /** Position after which events are told. */
  readonly after: string;
  readonly heartbeatMs: number;
  /** Milliseconds until the stream ends, so that rights are decided anew. */
  readonly lifetimeMs: number;
  /** Bytes that may wait for the viewer; beyond them it is behind. */
  readonly bufferBytes: number;
  /** Milliseconds in which a viewer has to take something of what waits, else it is cut. */
  readonly stuckMs: number;
  /** The viewer is slower than the events: it has to be caught up from the log. */
  readonly onBehind: (viewer: EventViewer) => void;
  readonly onClose: (viewer: EventViewer) => void;
}

/** One open stream. It asks nobody and queries nothing: rights were decided when it was opened and end with it. */
export class EventViewer {
  readonly #options: EventViewerOptions;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #lifetime: NodeJS.Timeout;
  /** Present while the viewer is caught up. */
  #pending: PendingEvent[] | undefined = [];
  #pendingOverflowed = false;
  #position: bigint;
  #marked: bigint;
  #open = true;

  static create(options: EventViewerOptions): EventViewer {
    return new EventViewer(options);
  }

  private constructor(options: EventViewerOptions) {
    this.#options = options;
    this.#position = BigInt(options.after);
    this.#marked = this.#position;
    options.response.status(200);
    options.response.set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      Connection: 'keep-alive',
      'X-Accel-Buffering': 'no',
    });
    options.response.flushHeaders();
    this.#heartbeat = setInterval(() => this.#beat(), options.heartbeatMs);
    this.#lifetime = setTimeout(() => this.end(), options.lifetimeMs);
    options.response.on('close', () => this.#closed());
    options.response.on('error', () => this.#closed());
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Position up to which everything was told or passed over. */
  get position(): string {
    return String(this.#position);
  }

  /** An event of the tail, in order. `message` is made once for all viewers, and only if one may read it. */
  tell(event: StoredEvent, message: () => string): void {
    if (!this.#open) return;
    if (this.#pending) {
      this.#keep(this.#pending, { event, message });
      return;
    }
    const position = BigInt(event.position);
    if (position <= this.#position) return;
    if (!this.#isFor(event)) {
      this.#position = position;
      return;
    }
    const { response, bufferBytes, onBehind } = this.#options;
    if (response.writableLength > bufferBytes) {
      this.#pending = [{ event, message }];
      onBehind(this);
      return;
    }
    this.#position = position;
    this.#marked = position;
    response.write(message());
  }

  /** An event of the past; waits while the viewer is slow. */
  async tellPast(event: StoredEvent, message: string): Promise<void> {
    this.#position = BigInt(event.position);
    this.#marked = this.#position;
    this.#options.response.write(message);
    await this.drained();
  }

  /** Resolves when the viewer has taken what waits for it. One that takes nothing is cut, and resumes by itself. */
  async drained(): Promise<void> {
    const { response, stuckMs } = this.#options;
    if (!this.#open || !response.writableNeedDrain) return;
    const timer = setTimeout(() => this.#cut(), stuckMs);
    await new Promise<void>(resolve => {
      const done = () => {
        response.off('drain', done);
        response.off('close', done);
        resolve();
      };
      response.once('drain', done);
      response.once('close', done);
    });
    clearTimeout(timer);
  }

  /** Nothing for this viewer up to here. */
  skipTo(position: string): void {
    const wanted = BigInt(position);
    if (wanted > this.#position) this.#position = wanted;
  }

  reset(position: string): void {
    this.#position = BigInt(position);
    this.#marked = this.#position;
    this.#write(resetMessage(position));
  }

  /**
   * The past is told: what came meanwhile follows, then what comes. False where more came than was kept, and the past has
   * to be told again from `position`.
   */
  goLive(): boolean {
    if (this.#pendingOverflowed) {
      this.#pending = [];
      this.#pendingOverflowed = false;
      return false;
    }
    const pending = this.#pending ?? [];
    this.#pending = undefined;
    this.#marked = this.#position;
    this.#write(positionMessage(this.position));
    for (const each of pending) this.tell(each.event, each.message);
    return true;
  }

  end(): void {
    if (!this.#open) return;
    this.#closed();
    this.#options.response.end();
  }

  #isFor(event: StoredEvent): boolean {
    return (
      matchesTopics(this.#options.topics, event) &&
      mayReadEvent(this.#options.rights, event)
    );
  }

  #beat(): void {
    // What has not been taken yet is sign of life enough.
    if (this.#options.response.writableNeedDrain) return;
    if (this.#position === this.#marked) {
      this.#write(heartbeatMessage);
      return;
    }
    this.#marked = this.#position;
    this.#write(positionMessage(this.position));
  }

  #keep(pending: PendingEvent[], next: PendingEvent): void {
    if (pending.length < PENDING) pending.push(next);
    else this.#pendingOverflowed = true;
  }

  #write(text: string): void {
    if (this.#open) this.#options.response.write(text);
  }

  #cut(): void {
    this.#closed();
    this.#options.response.destroy();
  }

  #closed(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#pending = undefined;
    clearInterval(this.#heartbeat);
    clearTimeout(this.#lifetime);
    this.#options.onClose(this);
  }
}
