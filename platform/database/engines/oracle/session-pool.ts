import type { SignInPause } from '../../sign-in-pause.ts';
import type { PoolReading } from '../pool-metrics.ts';
import { DriverPool, type DriverPoolOptions } from './driver-pool.ts';
import type { OracleClient, OracleConnection } from './oracle-client.ts';
import { NoSessionFree, SessionQueue } from './session-queue.ts';

export interface SessionPoolOptions extends DriverPoolOptions {
  /** Shared by all pools that sign in alike. */
  pause: SignInPause;
}

export interface Lent {
  connection: OracleConnection;
  client: OracleClient;
}

/**
 * Lends the sessions of one address. In the driver's own pool each of those that wait in line costs a further attempt while the
 * database refuses, so nobody stands in its line, and one caller at a time asks it to open a session.
 */
export class SessionPool {
  readonly #poolMax: number;
  readonly #pause: SignInPause;
  readonly #pool: DriverPool;
  readonly #queue: SessionQueue;
  #taking: Promise<OracleConnection> | undefined;
  #opening: Promise<OracleConnection> | undefined;
  #returned = Promise.withResolvers<void>();
  #isClosed = false;

  constructor(options: SessionPoolOptions) {
    this.#poolMax = options.poolMax;
    this.#pause = options.pause;
    this.#pool = new DriverPool(options);
    this.#queue = new SessionQueue(options.poolMax, options.connectTimeoutMs);
  }

  read(): PoolReading {
    const { used, idle } = this.#pool;
    return { used, idle, max: this.#poolMax, waiting: this.#queue.waiting };
  }

  /** Whether a session lies ready, so that nobody has to wait. */
  get hasIdle(): boolean {
    return this.#taking === undefined && this.#pool.idle > 0;
  }

  async lend(): Promise<Lent> {
    await this.#queue.enter();
    try {
      return { connection: await this.#next(), client: this.#pool.client };
    } catch (error) {
      // With no session out nobody can give one back: those in line would only ask the same in vain.
      if (this.#pool.used === 0 && error instanceof Error) this.#queue.turnAway(error);
      this.#queue.leave();
      throw error;
    }
  }

  /** Of a session that was lent. */
  async takeBack(connection: OracleConnection): Promise<void> {
    try {
      await connection.close();
    } finally {
      this.#returned.resolve();
      this.#returned = Promise.withResolvers();
      this.#queue.leave();
    }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#queue.turnAway(new NoSessionFree('The pool is being closed.'));
    await Promise.allSettled([this.#taking, this.#opening]);
    await this.#pool.close();
  }

  /**
   * A session that lies ready goes before one that has to be opened, also while sign-ins pause or take long. Those that wait while one
   * is opened share its failure, unless somebody gives one back; so do those that wait for one that lay ready and proved to be lost.
   */
  async #next(): Promise<OracleConnection> {
    for (;;) {
      if (this.#isClosed) throw new NoSessionFree('The pool is closed.');
      if (this.#taking) await this.#taking;
      else if (this.#pool.idle > 0) return await this.#take();
      else if (this.#opening) await Promise.race([this.#opening, this.#returned.promise]);
      else return await this.#open();
    }
  }

  #take(): Promise<OracleConnection> {
    this.#taking = this.#pool.take();
    return this.#taking.finally(() => {
      this.#taking = undefined;
    });
  }

  #open(): Promise<OracleConnection> {
    this.#opening = this.#pause.attempt(() => this.#pool.signIn());
    return this.#opening.finally(() => {
      this.#opening = undefined;
    });
  }
}
