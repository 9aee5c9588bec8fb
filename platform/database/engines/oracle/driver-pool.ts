import type { PoolAttributes } from 'oracledb';
import { oracleCode } from './errors.ts';
import type { OracleClient, OracleConnection, OraclePool } from './oracle-client.ts';

export interface DriverPoolOptions {
  /** The driver, loaded when the first session is wanted. */
  load: () => Promise<OracleClient>;
  /** How to sign in; read again whenever the pool has to be made. */
  signIn: () => PoolAttributes;
  poolMax: number;
  /** How long a caller waits for a session, and how long a new one may take. */
  connectTimeoutMs: number;
}

/** Sessions that are still out when the process ends have so long to come back. */
const drainSeconds = 3;

/** A session that is long in coming may come in the end, from another address; after so many callers in vain it is given up. */
const mostInVain = 6;
/** Each pool that was given up holds a socket until the server lets go of it. */
const mostLeaving = 3;

/**
 * The driver's own pool. It looks its host up once, when it is made: one that has nothing open and opens nothing is made anew. It keeps
 * none in stock (what is open stays open: it grows to its size and is never shrunk), for with `poolMin` it would open one session after
 * the other, without any pause, for as long as the database refuses.
 */
export class DriverPool {
  readonly #options: DriverPoolOptions;
  #client: OracleClient | undefined;
  #pool: OraclePool | undefined;
  #inVain = 0;
  #leaving = 0;

  constructor(options: DriverPoolOptions) {
    this.#options = options;
  }

  get client(): OracleClient {
    if (!this.#client) throw new Error('The driver is not loaded.');
    return this.#client;
  }

  get used(): number {
    return this.#pool?.connectionsInUse ?? 0;
  }

  get idle(): number {
    return (this.#pool?.connectionsOpen ?? 0) - this.used;
  }

  /** Takes a session that lies ready, and opens one where all of those prove to be lost. */
  async take(): Promise<OracleConnection> {
    const pool = await this.#open();
    return await pool.getConnection();
  }

  async signIn(): Promise<OracleConnection> {
    const pool = await this.#open();
    try {
      const connection = await pool.getConnection();
      this.#inVain = 0;
      return connection;
    } catch (error) {
      if (pool.connectionsOpen === 0 && !this.#mayStillOpen(error)) this.#forget(pool);
      throw error;
    }
  }

  /** Nobody waits for a session that is still being opened, and may never come. */
  async close(): Promise<void> {
    const pool = this.#pool;
    if (pool?.connectionsOpen === 0) this.#forget(pool);
    else await pool?.close(drainSeconds);
  }

  async #open(): Promise<OraclePool> {
    if (this.#pool) return this.#pool;
    this.#client ??= await this.#options.load();
    this.#pool = await this.#client.createPool({ ...this.#options.signIn(), ...poolBehaviour(this.#options) });
    return this.#pool;
  }

  /** NJS-040: the driver is still opening a session, and has no limit for what comes after the server took the call. */
  #mayStillOpen(error: unknown): boolean {
    if (oracleCode(error) !== 'NJS-040') return false;
    this.#inVain += 1;
    return this.#inVain < mostInVain || this.#leaving >= mostLeaving;
  }

  /** It is closed once nothing is being opened in it any more. */
  #forget(pool: OraclePool): void {
    this.#pool = undefined;
    this.#inVain = 0;
    this.#leaving += 1;
    const left = () => {
      this.#leaving -= 1;
    };
    pool.close(0).then(left, left);
  }
}

function poolBehaviour({ poolMax, connectTimeoutMs }: DriverPoolOptions): PoolAttributes {
  return {
    poolMin: 0,
    poolMax,
    poolIncrement: 1,
    poolTimeout: 0,
    poolPingInterval: 60,
    poolPingTimeout: 2000,
    // Also the limit of a caller for whom a session is being opened: later than the limit of opening it, which says more.
    queueTimeout: connectTimeoutMs + 1000,
    queueMax: poolMax,
    stmtCacheSize: 100,
    expireTime: 2,
  };
}
