import type { Kysely } from 'kysely';
import { type DatabaseOptions, openDatabase } from '../../../open-database.ts';
import { createRecordingClient, type RecordingClient } from './recording-client.ts';

export interface RecordedDatabase<Tables> extends RecordingClient, AsyncDisposable {
  readonly db: Kysely<Tables>;
}

/** A handle of the Oracle engine whose driver is a recording one. */
export function openRecorded<Tables>(options: Partial<DatabaseOptions> = {}): RecordedDatabase<Tables> {
  const recording = createRecordingClient();
  const db = openDatabase<Tables>({
    // Of its own: pools of the same sign-in pause together.
    oracle: { ...testSignIn },
    client: recording.client,
    applicationName: 'octo-tests',
    poolMax: 2,
    ...options,
  });
  return { ...recording, db, [Symbol.asyncDispose]: () => db.destroy() };
}

const testSignIn = {
  dsn: 'db.example.com:1522/octo_tp',
  user: 'octo_tests',
  credential: { password: 'of nobody' },
  wallet: undefined,
  schema: 'octo_owner',
};
