import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordSpans } from '../../../testing/record-spans.ts';
import { column } from '../../engines/oracle/testing/oracle-columns.ts';
import { oracleError } from '../../engines/oracle/testing/oracle-error.ts';
import { createRecordingClient, type RecordingClient } from '../../engines/oracle/testing/recording-client.ts';
import { openInsight } from '../open-insight.ts';
import { neededGrants } from './needed-grants.ts';

const spans = recordSpans();
const oracle = {
  dsn: 'db.example.com:1522/octo_low',
  user: 'octo_insight',
  credential: { password: 'of nobody' },
  wallet: undefined,
  schema: 'octo_owner',
};
const at = new Date('2026-11-22T10:00:00Z');

function open({ client }: RecordingClient) {
  return openInsight({ oracle }, { client });
}

// As 23ai describes what the texts select: nothing is declared of a number of a V$ view.
const totalsColumns = [
  column.text('STATEMENT_ID', 13),
  column.longText('TEXT'),
  ...['CALLS', 'ELAPSED_MS', 'ROW_COUNT', 'BLOCKS_READ', 'BLOCKS_HIT', 'PLAN_HASH'].map(column.bareNumber),
  column.instant('SINCE'),
];

test('tells totals of statements by their own number, with whole and broken figures as numbers', async () => {
  const recording = createRecordingClient();
  recording.answer(/from v\$sqlstats q join \(/, {
    columns: totalsColumns,
    rows: [['7h35uxf5uhmm1', "select name from shops where slug = 'ada'", 3, 12.375, 40, 5, 110, 4294967295, at]],
  });
  await using insight = open(recording);
  assert.deepEqual(await insight.topStatements({ by: 'reads', limit: 10 }), [
    {
      statementId: '7h35uxf5uhmm1',
      sqlId: '7h35uxf5uhmm1',
      text: 'select name from shops where slug = ?',
      calls: 3,
      elapsedMs: 12.375,
      rows: 40,
      blocksRead: 5,
      blocksHit: 110,
      planHash: '4294967295',
      since: at,
    },
  ]);
  const [trip] = recording.trips();
  assert.ok(trip?.call === 'execute');
  assert.match(trip.sql, /order by q\.disk_reads desc\s+fetch first :1 rows only$/);
  assert.deepEqual(trip.binds, [10]);
  await insight.statementTotals({ limit: 1_000_000 });
  const last = recording.trips().at(-1);
  assert.ok(last?.call === 'execute');
  assert.deepEqual(last.binds, [5000]);
  assert.equal(spans.all().length, 0);
});

test('figures that may be older than the load of the statement count from long ago', async () => {
  const recording = createRecordingClient();
  recording.answer(/from v\$sqlstats q join \(/, {
    columns: totalsColumns,
    rows: [['7h35uxf5uhmm1', 'select name from shops', 3, 12, 40, 5, 110, 4294967295, null]],
  });
  await using insight = open(recording);
  const [total] = await insight.statementTotals({ limit: 10 });
  assert.deepEqual(total?.since, new Date(0));
});

test('shows the plan by which a statement was last done, steps within steps, without constants', async () => {
  const recording = createRecordingClient();
  recording.answer(/from v\$sqlstats q join v\$sql_plan p/, {
    columns: [
      column.bareNumber('ID'),
      column.bareNumber('PARENT_ID'),
      ...['OPERATION', 'OPTIONS', 'OBJECT_NAME'].map((name) => column.text(name)),
      ...['COST', 'ROW_COUNT'].map(column.bareNumber),
      ...['ACCESS_PREDICATES', 'FILTER_PREDICATES'].map((name) => column.text(name)),
      column.bareNumber('PLAN_HASH'),
    ],
    rows: [
      [0, null, 'SELECT STATEMENT', null, null, 3, null, null, null, 1388734953],
      [1, 0, 'NESTED LOOPS', null, null, 3, 2, null, null, 1388734953],
      [2, 1, 'TABLE ACCESS', 'FULL', 'SHOPS', 2, 1, null, `"SLUG"='ada'`, 1388734953],
      [3, 1, 'INDEX', 'RANGE SCAN', 'ORDERS_BY_SHOP', 1, 2, '"O"."SHOP_ID"="S"."ID"', null, 1388734953],
    ],
  });
  await using insight = open(recording);
  assert.deepEqual(await insight.planOf({ statementId: 'a5ks9fhw2v9s1' }), {
    statementId: 'a5ks9fhw2v9s1',
    lines: [
      'SELECT STATEMENT (cost 3, rows ?)',
      '  NESTED LOOPS (cost 3, rows 2)',
      '    TABLE ACCESS FULL shops (cost 2, rows 1)',
      '        filter: "SLUG"=?',
      '    INDEX RANGE SCAN orders_by_shop (cost 1, rows 2)',
      '        access: "O"."SHOP_ID"="S"."ID"',
    ],
    planHash: '1388734953',
    isActual: true,
  });
});

test('tells a statement that it does not remember from one whose plan is gone', async () => {
  const recording = createRecordingClient();
  recording.answer(/v\$sql_plan p/, { columns: [], rows: [] });
  const known = { columns: [column.text('SQL_ID')], rows: [] as string[][] };
  recording.answer(/^select q\.sql_id as sql_id/, known, { ...known, rows: [['a5ks9fhw2v9s1']] });
  await using insight = open(recording);
  const plan = () => insight.planOf({ statementId: 'a5ks9fhw2v9s1' });
  await assert.rejects(plan, { kind: 'NotFound', code: 'insight.unknown_statement' });
  await assert.rejects(plan, { kind: 'Unprocessable', code: 'insight.cannot_explain' });
});

test('tells the sizes of tables and indexes', async () => {
  const recording = createRecordingClient();
  recording.answer(/from dba_segments s/, {
    columns: [
      ...['SEGMENT', 'KIND', 'TABLE_NAME'].map((name) => column.text(name)),
      ...['BYTES', 'ROW_COUNT'].map(column.bareNumber),
    ],
    rows: [
      ['ORDERS', 'table', 'ORDERS', 983040, 600],
      ['ORDERS_BY_CUSTOMER', 'index', 'ORDERS', 65536, null],
    ],
  });
  await using insight = open(recording);
  assert.deepEqual(await insight.sizes({ limit: 5 }), [
    { name: 'orders', kind: 'table', tableName: 'orders', bytes: 983040, rows: 600 },
    { name: 'orders_by_customer', kind: 'index', tableName: 'orders', bytes: 65536, rows: null },
  ]);
});

test('names the views that may not be read, and what each is for', async () => {
  const recording = createRecordingClient();
  recording.answer(/where 1 = 0$/, { columns: [column.bareNumber('FOUND')], rows: [] });
  recording.answer(/from (v\$sql_plan|dba_segments)/, { error: oracleError('ORA-00942') });
  await using insight = open(recording);
  const missing = await insight.missing();
  assert.equal(missing.length, 2);
  assert.match(missing[0] ?? '', /^sys\.v_\$sql_plan may not be read.*grants select on sys\.v_\$sql_plan\.$/);
  assert.equal(recording.trips().length, neededGrants.length);
  await assert.rejects(insight.sizes({ limit: 5 }), {
    kind: 'Forbidden',
    code: 'insight.not_granted',
    message: /dba_segments.*select_catalog_role/,
  });
});

test('is away when the database is, and when it does not let it in', async () => {
  const gone = createRecordingClient();
  gone.answer(/from v\$session/, { error: oracleError('ORA-03113') });
  await using insight = open(gone);
  await assert.rejects(insight.activeSessions({ limit: 5 }), { kind: 'Unavailable', code: 'database.unavailable' });
  const refused = createRecordingClient();
  refused.answer('connect', { error: oracleError('ORA-01017') });
  await using stranger = open(refused);
  await assert.rejects(stranger.activeSessions({ limit: 5 }), {
    kind: 'Unavailable',
    code: 'database.sign_in_refused',
  });
});
