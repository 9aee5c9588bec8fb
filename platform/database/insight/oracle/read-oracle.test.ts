import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordSpans } from '../../../testing/record-spans.ts';
import { column } from '../../engines/oracle/testing/oracle-columns.ts';
import { oracleError } from '../../engines/oracle/testing/oracle-error.ts';
import { createRecordingClient, type RecordingClient } from '../../engines/oracle/testing/recording-client.ts';
import { openInsight } from '../open-insight.ts';
import { neededGrants } from './needed-grants.ts';
import { waitClassOf } from './wait-classes.ts';

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
const activeColumns = [
  ...['SESSION_ID', 'USER_NAME', 'MODULE_NAME', 'ACTION_NAME', 'CLIENT_IDENTIFIER', 'STATUS', 'WAIT_STATE'].map(
    (name) => column.text(name),
  ),
  ...['WAIT_CLASS', 'WAIT_EVENT', 'SQL_ID', 'BLOCKER', 'FINAL_BLOCKER'].map((name) => column.text(name)),
];
const liveColumns = [
  ...activeColumns,
  column.text('PREV_SQL_ID', 13),
  column.text('TEXT', 1000),
  column.bytes('TRANSACTION_ADDRESS', 8),
  ...['CONNECTED_AT', 'TRANSACTION_STARTED_AT', 'STATEMENT_STARTED_AT'].map(column.instant),
  column.text('CLIENT', 64),
];
const trace = '0af7651916cd43dd8448eb211c80319c';

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

test('tells who waits with its tags, and everybody who stands in the way', async () => {
  const waiting = ['ACTIVE', 'WAITING', 'Application', 'enq: TX - row lock contention'];
  const recording = createRecordingClient();
  recording.answer(/and s\.status = 'ACTIVE'/, {
    columns: activeColumns,
    rows: [
      ['10,1', 'OCTO_SHOP', 'octo-shop', 'POST /api/checkout', trace, ...waiting, 'a5ks9fhw2v9s1', '11,5', '12,7'],
      ['11,5', 'OCTO_CRM', 'octo-crm', 'cancelOrder', null, ...waiting, '29schpgjyfxux', '13,2', '12,7'],
      [
        '14,3',
        'OCTO_SHOP',
        'octo-shop',
        null,
        null,
        'ACTIVE',
        'WAITED SHORT TIME',
        'User I/O',
        'db file sequential read',
        null,
        ',',
        ',',
      ],
    ],
  });
  await using insight = open(recording);
  const [first, second, third] = await insight.activeSessions({ limit: 100 });
  assert.deepEqual(first, {
    sessionId: '10,1',
    module: 'octo-shop',
    action: 'POST /api/checkout',
    clientIdentifier: trace,
    user: 'OCTO_SHOP',
    statementId: 'a5ks9fhw2v9s1',
    sqlId: 'a5ks9fhw2v9s1',
    waitClass: 'Lock',
    waitEvent: 'enq: TX - row lock contention',
    blockedBy: ['11,5', '13,2', '12,7'],
  });
  assert.deepEqual(second?.blockedBy, ['13,2', '12,7']);
  assert.deepEqual([third?.waitClass, third?.waitEvent, third?.blockedBy], ['CPU', null, []]);
});

test('tells every session with its state, its last statement and since when', async () => {
  const idle = ['INACTIVE', 'WAITING', 'Idle', 'SQL*Net message from client'];
  const address = Buffer.from('00000000637b2c88', 'hex');
  const recording = createRecordingClient();
  recording.answer(/left join v\$transaction t/, {
    columns: liveColumns,
    rows: [
      [
        '12,7',
        'OCTO_CRM',
        'octo-crm',
        null,
        null,
        ...idle,
        null,
        ',',
        ',',
        '29schpgjyfxux',
        "update orders set status = 'x' where id = :1",
        address,
        at,
        at,
        null,
        'crm-1',
      ],
      ['15,1', 'ADMIN', null, null, null, ...idle, null, ',', ',', null, null, null, at, null, null, 'laptop'],
    ],
  });
  await using insight = open(recording);
  const [holder, person] = await insight.liveSessions({ limit: 2 });
  assert.deepEqual(
    [holder?.state, holder?.waitClass, holder?.statementId, holder?.text],
    ['idle in transaction', 'Idle', '29schpgjyfxux', 'update orders set status = ? where id = :1'],
  );
  assert.deepEqual([holder?.connectedAt, holder?.transactionStartedAt, holder?.client], [at, at, 'crm-1']);
  assert.deepEqual([person?.state, person?.module, person?.text], ['idle', null, null]);
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

test('waits have the classes that an operator looks for', () => {
  const classes = {
    Lock: [['Application', 'enq: TX - row lock contention']],
    Network: [
      ['Application', 'SQL*Net break/reset to client'],
      ['Network', 'SQL*Net more data to client'],
    ],
    IO: [
      ['User I/O', 'db file sequential read'],
      ['System I/O', 'control file sequential read'],
    ],
    Commit: [['Commit', 'log file sync']],
    Concurrency: [['Concurrency', 'enq: TX - index contention']],
    Configuration: [['Configuration', 'log file switch completion']],
    CPU: [['Scheduler', 'resmgr:cpu quantum']],
    Idle: [['Idle', 'SQL*Net message from client']],
    Other: [
      ['Cluster', 'gc cr request'],
      ['Queueing', 'x'],
      [null, null],
    ],
  } as const;
  for (const [waitClass, waits] of Object.entries(classes)) {
    for (const [group, event] of waits) assert.equal(waitClassOf('WAITING', group, event), waitClass, `${event}`);
  }
  assert.equal(waitClassOf('WAITED KNOWN TIME', 'User I/O', 'db file sequential read'), 'CPU');
});
