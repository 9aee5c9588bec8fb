import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oracleError } from '@octo/platform/database/engines/oracle/testing/oracle-error.ts';
import { createRecordingClient } from '@octo/platform/database/engines/oracle/testing/recording-client.ts';
import { removalTexts, removeInstallation } from './remove.ts';
import { oracleUsers } from './users.ts';

const users = oracleUsers('octo_test_1');
const admin = {
  dsn: 'tcps://db.example.com:1522/octo_tp',
  user: 'ADMIN',
  credential: { password: 'Welcome123456' },
  wallet: undefined,
  schema: undefined,
};
const remove = ({ client }: ReturnType<typeof createRecordingClient>) =>
  removeInstallation({ admin, users, client, pauseMs: 0 });

test('the users of one installation go with all that is theirs, the owner last, and then their limits', async () => {
  const recording = createRecordingClient();
  await remove(recording);
  assert.deepEqual(recording.texts(), removalTexts(users));
  assert.deepEqual(recording.texts().slice(-2), [
    'drop user octo_test_1_owner cascade',
    'drop profile octo_test_1_profile cascade',
  ]);
});

test('a session that was just ended is waited for, and what is gone already is no fault', async () => {
  const recording = createRecordingClient();
  const answers = [{ error: oracleError('ORA-01940') }, { error: oracleError('ORA-01940') }, { rowsAffected: 0 }];
  recording.answer('drop user octo_test_1_owner cascade', ...answers);
  recording.answer('drop profile octo_test_1_profile cascade', { error: oracleError('ORA-02380') });
  await remove(recording);
  assert.equal(recording.texts().filter((text) => text.includes('owner')).length, 3);
});

test('an administrator who may not is told', async () => {
  const recording = createRecordingClient();
  recording.answer(/^drop user/, { error: oracleError('ORA-01031') });
  await assert.rejects(remove(recording), { code: 'ORA-01031' });
});
