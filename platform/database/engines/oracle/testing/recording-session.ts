import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OracleBind, OracleConnection, OracleExecuteOptions, OracleResult } from '../oracle-client.ts';
import { fetchAsDriver } from './fetch-as-driver.ts';
import { oracleError } from './oracle-error.ts';
import type { RecordedCall, SessionState } from './recorded-calls.ts';
import type { Answer, Script } from './scripted-answers.ts';

/** What all sessions of a recording client share. */
export interface Recording {
  /** How many sessions have signed in. */
  signedIn: number;
  readonly calls: RecordedCall[];
  readonly script: Script;
}

/** One session with a database that is not there. */
export class RecordingSession {
  readonly number: number;
  readonly #recording: Recording;
  readonly #gone = Promise.withResolvers<never>();
  readonly #state: SessionState = { module: '', action: '', clientId: '', currentSchema: '', callTimeout: 0 };
  isConnected = true;
  hasTransaction = false;

  constructor(number: number, recording: Recording) {
    this.number = number;
    this.#recording = recording;
    this.#gone.promise.catch(() => undefined);
  }

  /** As it is handed out: what is assigned to it is recorded. */
  lend(giveBack: () => Promise<void>): OracleConnection {
    const methods = {
      execute: (sql: string, binds: readonly OracleBind[], options: OracleExecuteOptions) =>
        this.#execute(sql, binds, options),
      getStatementInfo: (sql: string) => this.#describe(sql),
      commit: () => this.#end('commit'),
      rollback: () => this.#end('rollback'),
      close: giveBack,
      ...place,
      // Where the real one keeps its socket.
      _impl: { nscon: { forceDisconnect: () => this.#cut() } },
    };
    return new Proxy<OracleConnection>(Object.assign(methods, this.#state), {
      get: (target, name) => Reflect.get(isStateName(name) ? this.#state : target, name),
      set: (_, name, value) => isStateName(name) && this.#assign(name, value),
    });
  }

  /** As if the server were gone. */
  lose(): void {
    this.isConnected = false;
    this.#gone.reject(oracleError('NJS-500'));
  }

  #cut(): void {
    this.#recording.calls.push({ call: 'cut', session: this.number });
    this.lose();
  }

  /** What giving a session back does in thin mode. */
  async rollBackIfOpen(): Promise<void> {
    if (this.isConnected && this.hasTransaction) await this.#end('rollback').catch(() => undefined);
  }

  #assign(name: keyof SessionState, value: string | number): boolean {
    this.#recording.calls.push({ call: 'set', session: this.number, name, value });
    return Reflect.set(this.#state, name, value);
  }

  async #execute(sql: string, binds: readonly OracleBind[], options: OracleExecuteOptions): Promise<OracleResult> {
    const { autoCommit } = options;
    this.#recording.calls.push({
      call: 'execute',
      session: this.number,
      sql,
      binds: [...binds],
      autoCommit,
      state: { ...this.#state },
    });
    const expected = new Set(sql.replaceAll(/'[^']*'/g, '').match(/:\d+/g)).size;
    if (expected !== binds.length) throw oracleError('NJS-098');
    const answer = await this.#ask(sql, binds);
    const isQuery = /^\s*(select|with)\b/i.test(sql);
    if (!isQuery && !autoCommit) this.hasTransaction = true;
    if (answer === undefined) return unscripted(sql, isQuery);
    if ('columns' in answer) {
      return { metaData: answer.columns, rows: fetchAsDriver(answer.columns, answer.rows, options) };
    }
    return 'rowsAffected' in answer ? answer : {};
  }

  async #describe(sql: string): Promise<{ metaData?: OracleResult['metaData'] & object }> {
    this.#recording.calls.push({ call: 'getStatementInfo', session: this.number, sql });
    const answer = await this.#ask(`describe ${sql}`, []);
    return answer && 'columns' in answer ? { metaData: answer.columns } : {};
  }

  async #end(call: 'commit' | 'rollback'): Promise<void> {
    this.#recording.calls.push({ call, session: this.number, state: { ...this.#state } });
    await this.#ask(call, []);
    this.hasTransaction = false;
  }

  /** The answer comes a turn later, as over a wire. A failure that means a lost session loses it. */
  async #ask(text: string, binds: readonly OracleBind[]): Promise<Answer | undefined> {
    if (!this.isConnected) throw oracleError('NJS-500');
    await nextTurn();
    const answer = await Promise.race([this.#recording.script.next(text, binds), this.#gone.promise]);
    if (answer && 'isSilent' in answer) return await this.#gone.promise;
    if (answer && 'error' in answer) {
      if ('code' in answer.error && answer.error.code === 'NJS-500') this.isConnected = false;
      throw answer.error;
    }
    return answer;
  }
}

function unscripted(sql: string, isQuery: boolean): OracleResult {
  if (isQuery) throw new Error(`The script has no answer to: ${sql}`);
  return { rowsAffected: /^\s*insert\b/i.test(sql) ? 1 : 0 };
}

const place = { hostName: 'db.example.com', port: 1522, serviceName: 'octo_tp' };
const stateNames = new Set<PropertyKey>(['module', 'action', 'clientId', 'currentSchema', 'callTimeout']);

function isStateName(name: PropertyKey): name is keyof SessionState {
  return stateNames.has(name);
}
