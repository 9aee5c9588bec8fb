import type { PoolAttributes } from 'oracledb';
import type { OracleBind } from '../oracle-client.ts';

/** What a session was told about itself when something went to the server. */
export interface SessionState {
  module: string;
  action: string;
  clientId: string;
  currentSchema: string;
  callTimeout: number;
}

/** Everything that is asked of the driver. `session` numbers the sessions in the order in which they signed in. */
export type RecordedCall =
  | { call: 'createPool'; attributes: PoolAttributes }
  | { call: 'getConnection' }
  /** A sign-in that the pool tried on its own. */
  | { call: 'connect' }
  | { call: 'set'; session: number; name: keyof SessionState; value: string | number }
  | Trip
  | { call: 'close'; session: number }
  /** The connection was cut from our side, without a word to the server. */
  | { call: 'cut'; session: number }
  | { call: 'closePool'; drainSeconds: number };

/** What goes to the server and waits for its answer. */
export type Trip =
  | {
      call: 'execute';
      session: number;
      sql: string;
      binds: readonly OracleBind[];
      autoCommit: boolean;
      state: SessionState;
    }
  | { call: 'getStatementInfo'; session: number; sql: string }
  | { call: 'commit' | 'rollback'; session: number; state: SessionState };

const trips = new Set(['execute', 'getStatementInfo', 'commit', 'rollback']);

export function isTrip(call: RecordedCall): call is Trip {
  return trips.has(call.call);
}
