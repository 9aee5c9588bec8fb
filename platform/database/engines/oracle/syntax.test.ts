import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { definitions } from './cases/definitions.ts';
import { reads } from './cases/reads.ts';
import { writes } from './cases/writes.ts';
import { nextIdBlockSql } from './sequences.ts';
import { checkOracleSyntax } from './syntax.ts';

const keptCache = join(import.meta.dirname, '../../../../node_modules/.cache/oracle-syntax');
const freshCache = await mkdtemp(join(tmpdir(), 'oracle-syntax-'));
after(() => rm(freshCache, { recursive: true }));

test('accepts every text the compiler is held to', async () => {
  const texts = [...reads, ...writes, ...definitions].map(({ sql }) => sql);
  assert.deepEqual(await checkOracleSyntax([...texts, nextIdBlockSql], keptCache), new Map());
});

test('complains of broken statements and of those only, and keeps each answer', async () => {
  const broken = ['select id from', 'insert into t (a) values (:1), (:2', 'update t set from u where id = :1'];
  const complaints = await checkOracleSyntax([...broken, 'select id from t', 'select id from t'], freshCache);
  assert.deepEqual([...complaints.keys()], broken);
  assert.match(complaints.get('select id from') ?? '', /^1:10 /);
  assert.equal((await readdir(freshCache)).length, 4);
});

test('believes the kept answer and asks the parser no more', async () => {
  const statement = 'select name from t';
  const before = await readdir(freshCache);
  await checkOracleSyntax([statement], freshCache);
  const [kept] = (await readdir(freshCache)).filter((file) => !before.includes(file));
  await writeFile(join(freshCache, String(kept)), 'said before');
  assert.deepEqual(await checkOracleSyntax([statement], freshCache), new Map([[statement, 'said before']]));
});
