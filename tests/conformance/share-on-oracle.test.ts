import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { migrations } from '@octo/database/migrations/index.ts';
import { emptyDatabase, playDatabase } from '@octo/database/oracle/testing/played-database.ts';
import { isOracle } from '@octo/platform/database/address.ts';
import { oracleError } from '@octo/platform/database/engines/oracle/testing/oracle-error.ts';
import { announce } from './share-database.ts';
import { shareOnOracle } from './share-on-oracle.ts';

const admin = {
  dsn: 'tcps://db.example.com:1522/octo_tp',
  user: 'ADMIN',
  credential: { password: 'Welcome123456' },
  wallet: undefined,
  schema: undefined,
};

let dir: string;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'octo-conformance-'));
});
after(() => rm(dir, { recursive: true }));

function host() {
  const database = emptyDatabase();
  database.schema.applied.push(...Object.keys(migrations));
  const recording = playDatabase(database);
  recording.answer(/^drop /, { rowsAffected: 0 });
  const said: string[] = [];
  const drops = () => recording.texts().filter((text) => text.startsWith('drop '));
  return { recording, said, drops, input: { admin, dir, say: (line: string) => void said.push(line) } };
}

test('each role signs in as a user of this run, works in its schema, and is gone at the end', async () => {
  const { recording, said, drops, input } = host();
  {
    await using shared = await shareOnOracle({ ...input, client: recording.client });
    assert.ok(isOracle(shared.owner) && shared.roles.octo_shop && isOracle(shared.roles.octo_shop));
    const { user: owner, schema } = shared.owner.oracle;
    assert.match(owner, /^octo_test_[0-9a-f]{6}_owner$/);
    assert.equal(schema, undefined);
    const prefix = owner.replace('_owner', '');
    const { user, schema: seen, dsn } = shared.roles.octo_shop.oracle;
    assert.deepEqual([user, seen, dsn], [`${prefix}_shop`, owner, admin.dsn]);
    assert.match(said[0] ?? '', new RegExp(`${prefix}_;`));
    assert.deepEqual(drops(), []);
    await announce(shared, join(dir, 'shared.json'));
    assert.equal((await stat(join(dir, 'shared.json'))).mode & 0o777, 0o600);
  }
  assert.equal(drops().length, 7);
});

test('what a failed preparation has made is taken away, too', async () => {
  const { recording, drops, input } = host();
  recording.answer(/^grant create session/, { error: oracleError('ORA-01031') });
  await assert.rejects(shareOnOracle({ ...input, client: recording.client }), /ORA-01031/);
  assert.equal(drops().length, 7);
});
