import assert from 'node:assert/strict';
import { test } from 'node:test';
import { column } from '../../engines/oracle/testing/oracle-columns.ts';
import { createRecordingClient, type RecordingClient } from '../../engines/oracle/testing/recording-client.ts';
import { openInsight } from '../open-insight.ts';

const oracle = {
  dsn: 'db.example.com:1522/octo_low',
  user: 'octo_insight',
  credential: { password: 'of nobody' },
  wallet: undefined,
  schema: 'octo_owner',
};
const at = new Date('2026-11-22T10:00:00Z');
const trace = '0af7651916cd43dd8448eb211c80319c';

function open({ client }: RecordingClient) {
  return openInsight({ oracle }, { client });
}

// As 23ai describes what the texts select.
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
