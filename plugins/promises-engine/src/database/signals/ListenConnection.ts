import type { Knex } from 'knex';
import { CHANNEL } from './channel';

/** What is used of `pg`'s client. */
interface RawConnection {
  query(sql: string): Promise<unknown>;
  end(): Promise<void>;
  on(
    event: 'notification',
    listener: (message: { payload?: string }) => void,
  ): void;
  on(event: 'error' | 'end', listener: () => void): void;
}

/** One connection of its own, outside the pool, that listens for notifications until it is closed or breaks. */
export class ListenConnection {
  static async open(options: {
    readonly knex: Knex;
    readonly onPayload: (payload: string) => void;
    readonly onBroken: () => void;
  }): Promise<ListenConnection> {
    const connection: RawConnection =
      await options.knex.client.acquireRawConnection();
    const opened = new ListenConnection(connection, options.onBroken);
    connection.on('notification', message =>
      options.onPayload(message.payload ?? ''),
    );
    connection.on('error', () => opened.#break());
    connection.on('end', () => opened.#break());
    try {
      await connection.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      await opened.close();
      throw error;
    }
    return opened;
  }

  readonly #connection: RawConnection;
  readonly #onBroken: () => void;
  #open = true;

  private constructor(connection: RawConnection, onBroken: () => void) {
    this.#connection = connection;
    this.#onBroken = onBroken;
  }

  /** A connection can be dead without a word; this finds out. */
  async probe(timeoutMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error('The listening connection does not answer')),
        timeoutMs,
      );
    });
    try {
      await Promise.race([this.#connection.query('SELECT 1'), late]);
    } catch {
      this.#break();
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    this.#open = false;
    await this.#connection.end().catch(() => {});
  }

  #break(): void {
    if (!this.#open) {
      return;
    }
    this.#open = false;
    this.#connection.end().catch(() => {});
    this.#onBroken();
  }
}
