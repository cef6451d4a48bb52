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

/** Events that may wait while a viewer is catching up; one that falls further behind is cut and resumes. */
const PENDING = 10_000;

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
  readonly bufferBytes: number;
  readonly onClose: (viewer: EventViewer) => void;
}

/** One open stream. It asks nobody and queries nothing: rights were decided when it was opened and end with it. */
export class EventViewer {
  readonly #options: EventViewerOptions;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #lifetime: NodeJS.Timeout;
  #pending: Array<{ event: StoredEvent; message: () => string }> | undefined =
    [];
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
      this.#pending.push({ event, message });
      if (this.#pending.length > PENDING) this.#cut();
      return;
    }
    const position = BigInt(event.position);
    if (position <= this.#position) return;
    this.#position = position;
    if (!this.#isFor(event)) return;
    this.#marked = position;
    this.#write(message());
  }

  /** An event of the past; waits while the viewer is slow. */
  async tellPast(event: StoredEvent, message: string): Promise<void> {
    this.#position = BigInt(event.position);
    this.#marked = this.#position;
    const { response } = this.#options;
    if (!response.write(message)) {
      await new Promise<void>(resolve => {
        response.once('drain', resolve);
        response.once('close', resolve);
      });
    }
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

  /** The past is told: what came meanwhile follows, then what comes. */
  goLive(): void {
    const pending = this.#pending ?? [];
    this.#pending = undefined;
    this.#marked = this.#position;
    this.#write(positionMessage(this.position));
    for (const each of pending) this.tell(each.event, each.message);
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
    if (this.#position === this.#marked) {
      this.#write(heartbeatMessage);
      return;
    }
    this.#marked = this.#position;
    this.#write(positionMessage(this.position));
  }

  /** What the viewer has not taken yet is bounded; a message itself may be larger. */
  #write(text: string): void {
    if (!this.#open) return;
    const { response, bufferBytes } = this.#options;
    if (response.writableLength > bufferBytes) this.#cut();
    else response.write(text);
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
