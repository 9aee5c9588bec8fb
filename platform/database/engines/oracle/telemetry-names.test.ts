import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeFailure } from '../../../telemetry/describe-failure.ts';
import { spanNames } from '../../../telemetry/names/spans.ts';
import { telemetryNames } from '../../../telemetry/names.ts';
import { cutLine } from '../../../telemetry/oci/logging/cut-line.ts';
import { recordSpans } from '../../../testing/record-spans.ts';
import { column } from './testing/oracle-columns.ts';
import { oracleError } from './testing/oracle-error.ts';
import { openRecorded } from './testing/recorded-database.ts';

interface Tables {
  things: { id: number; name: string };
}

const recorded = recordSpans();
await using oracle = openRecorded<Tables>();
oracle.answer(/^select/, { columns: [column.number('ID', 19)], rows: [[1]] });
oracle.answer(/^delete/, { error: oracleError('ORA-02292') });
const { db } = oracle;
await db.transaction().execute((tx) => tx.selectFrom('things').select('id').execute());
await assert.rejects(db.transaction().execute((tx) => tx.deleteFrom('things').execute()));
const spans = recorded.all();
const onSpans = new Set(spans.flatMap(({ attributes }) => Object.keys(attributes)));
await using closed = openRecorded<Tables>();
closed.answer('connect', { error: oracleError('ORA-01017') });
const refusal = await closed.db.selectFrom('things').select('id').execute().catch(describeFailure);
const onLines = new Set(Object.keys(refusal));
const onCutLines = new Set(Object.keys(JSON.parse(cutLine(JSON.stringify({ message: 'x'.repeat(20_000) })))));

test('every SQL span and attribute on Oracle is in the catalogue', () => {
  const patterns = spanNames.filter(({ on }) => on === 'SQL span').map(({ pattern }) => pattern);
  const names = spans.map(({ name }) => name);
  assert.deepEqual(names, ['SELECT things', 'COMMIT', 'DELETE things', 'ROLLBACK']);
  assert.deepEqual(
    names.filter((name) => !patterns.some((pattern) => pattern.test(name))),
    [],
  );
  const known = telemetryNames.filter(({ on }) => on.includes('SQL span')).map(({ name }) => name);
  assert.deepEqual(
    [...onSpans].filter((name) => !known.includes(name)),
    [],
  );
});

test('every log field of a sign-in that is refused, and of a line that OCI Logging has no room for, is in the catalogue', () => {
  const known = telemetryNames.filter(({ on }) => on.includes('log line')).map(({ name }) => name);
  assert.deepEqual(
    [...onLines, ...onCutLines].filter((name) => !known.includes(name)),
    [],
  );
});

test('what the catalogue says to be of Oracle only is written there', () => {
  const ofOracle = telemetryNames.filter(({ isOracleOnly }) => isOracleOnly);
  assert.ok(ofOracle.length > 0);
  const written = new Set([...onSpans, ...onLines, ...onCutLines]);
  assert.deepEqual(
    ofOracle.map(({ name }) => name).filter((name) => !written.has(name)),
    [],
  );
});
