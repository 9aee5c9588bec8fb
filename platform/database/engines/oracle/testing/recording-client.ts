import oracledb, { type PoolAttributes } from 'oracledb';
import type { OracleClient, OracleConnection, OraclePool } from '../oracle-client.ts';
import { isTrip, type RecordedCall, type Trip } from './recorded-calls.ts';
import { type Recording, RecordingSession } from './recording-session.ts';
import { type Answering, Script } from './scripted-answers.ts';

export interface RecordingClient {
  /** For `openDatabase({ oracle, client })`. */
  readonly client: OracleClient;
  /** Everything that was asked of it, in order. */
  readonly calls: RecordedCall[];
  /** Only what went to the server and waited for it. */
  trips(): Trip[];
  /** The text of each statement that was run, with `commit` and `rollback` between them. */
  texts(): string[];
  /**
   * The n-th statement that matches gets the n-th answer, and the last one over and over; a string matches the whole text only.
   * `createPool`, `connect` (a new session signs in), `getConnection`, `closePool`, `commit`, `rollback` and `describe select …` are
   * answered, too. A query wants an answer; an insert without one has inserted a row, anything else has changed none.
   */
  answer(pattern: string | RegExp, ...answers: Answering[]): void;
  /** Every session is gone, as after a restart of the database. */
  loseAll(): void;
}

/** A driver without a database: it records what it is asked, and answers by a script. */
export function createRecordingClient(): RecordingClient {
  const recording: Recording = { signedIn: 0, calls: [], script: new Script() };
  const pools: RecordingPool[] = [];
  return {
    calls: recording.calls,
    client: {
      ...driverConstants,
      createPool: async (attributes) => {
        recording.calls.push({ call: 'createPool', attributes });
        await throwScripted(recording, 'createPool');
        const pool = new RecordingPool(recording, attributes);
        pools.push(pool);
        return pool;
      },
    },
    trips: () => recording.calls.filter(isTrip),
    texts: () => recording.calls.filter(isTrip).map((trip) => ('sql' in trip ? trip.sql : trip.call)),
    answer: (pattern, ...answers) => recording.script.answer(pattern, answers),
    loseAll: () => {
      for (const pool of pools) pool.loseAll();
    },
  };
}

const { versionString, BIND_OUT, DB_TYPE_CLOB, DB_TYPE_NUMBER, DB_TYPE_TIMESTAMP_TZ, DB_TYPE_VARCHAR } = oracledb;
const driverConstants = {
  versionString,
  BIND_OUT,
  DB_TYPE_CLOB,
  DB_TYPE_NUMBER,
  DB_TYPE_TIMESTAMP_TZ,
  DB_TYPE_VARCHAR,
};

/** Lends as the real pool does: a free session, else a new one, else the caller waits. */
class RecordingPool implements OraclePool {
  readonly #recording: Recording;
  readonly #poolMax: number;
  #free: RecordingSession[] = [];
  readonly #used = new Set<RecordingSession>();
  readonly #waiting: (() => void)[] = [];
  #opening = 0;

  constructor(recording: Recording, { poolMax = 4 }: PoolAttributes) {
    this.#recording = recording;
    this.#poolMax = poolMax;
  }

  get connectionsOpen(): number {
    return this.#free.length + this.#used.size;
  }

  get connectionsInUse(): number {
    return this.#used.size;
  }

  async getConnection(): Promise<OracleConnection> {
    this.#recording.calls.push({ call: 'getConnection' });
    await throwScripted(this.#recording, 'getConnection');
    while (this.#used.size + this.#opening >= this.#poolMax) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    const session = this.#healthy() ?? (await this.#open());
    this.#used.add(session);
    return session.lend(() => this.#giveBack(session));
  }

  async close(drainSeconds: number): Promise<void> {
    this.#recording.calls.push({ call: 'closePool', drainSeconds });
    await throwScripted(this.#recording, 'closePool');
    this.#free = [];
  }

  loseAll(): void {
    for (const session of [...this.#free, ...this.#used]) session.lose();
  }

  #healthy(): RecordingSession | undefined {
    this.#free = this.#free.filter(({ isConnected }) => isConnected);
    return this.#free.pop();
  }

  async #open(): Promise<RecordingSession> {
    this.#opening += 1;
    try {
      this.#recording.calls.push({ call: 'connect' });
      await throwScripted(this.#recording, 'connect');
      this.#recording.signedIn += 1;
      return new RecordingSession(this.#recording.signedIn, this.#recording);
    } finally {
      this.#opening -= 1;
    }
  }

  async #giveBack(session: RecordingSession): Promise<void> {
    this.#recording.calls.push({ call: 'close', session: session.number });
    await session.rollBackIfOpen();
    this.#used.delete(session);
    if (session.isConnected) this.#free.push(session);
    this.#waiting.shift()?.();
  }
}

async function throwScripted({ script }: Recording, call: string): Promise<void> {
  const answer = await script.next(call, []);
  if (answer && 'error' in answer) throw answer.error;
}
