import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserAttributes, vitalEvent } from '@octo/contracts/browser-telemetry.ts';
import { workOf } from '../../insight/store/testing/store-room.ts';
import { emptyLog } from '../../otlp/records.ts';
import type { Slo } from '../../slos/slo.ts';
import type { MetricQuestion } from '../../store/alarms/read-metric-windows.ts';
import type { RequestKind } from '../../store/rates/request-kind.ts';
import { type AlarmRoom, openAlarmRoom } from '../../testing/alarm-room.ts';
import { newId } from '../../testing/otlp-json.ts';
import { scriptedDatabase, totalsOf } from '../../testing/scripted-database.ts';
import { crm, shop } from '../../watched-services.ts';
import type { Condition } from '../alarm-rule.ts';
import { allRules } from './all-rules.ts';

// Every rule, whatever is added to the list: quiet while all that it looks at is well, and firing when all of it is wrong.

const minuteMs = 60_000;
const env = { INSIGHT_DATABASE_URL: 'postgres://octo_insight:x@localhost/octo', OBSERVATORY_STORE_MB: '16' };
const nameOf: Record<RequestKind, string> = { page: 'GET /', read: 'GET /api/x', write: 'POST /x' };
const isAbsence = ({ kind }: Condition) => kind === 'absent';

test('no rule fires while all is well, and each does when what it looks at is wrong', async () => {
  await using room = await openAlarmRoom(env, { database: scriptedDatabase() });
  await room.t.observatory.watch?.turn();
  const firing = () => allRules.filter(({ id }) => room.stateOf(id) === 'firing');
  await room.lookFor(2 * minuteMs, () => tell(room, true));
  assert.deepEqual(room.loud(), []);
  await room.lookFor(8 * minuteMs, () => tell(room, false));
  assert.deepEqual(
    firing(),
    allRules.filter(({ condition }) => !isAbsence(condition)),
  );
  await room.lookFor(2 * minuteMs);
  assert.deepEqual(
    firing().filter(({ condition }) => isAbsence(condition)),
    allRules.filter(({ condition }) => isAbsence(condition)),
  );
});

function tell(room: AlarmRoom, isWell: boolean): void {
  for (const { condition } of allRules) tellOf(room, condition, isWell);
}

function tellOf(room: AlarmRoom, condition: Condition, isWell: boolean) {
  switch (condition.kind) {
    case 'burn':
      return tellOfSlo(room, condition.slo, isWell);
    case 'metric':
      return measure(room, condition.question, isWell ? 0 : condition.above * 2 + 1);
    case 'ratio':
      return measure(room, isWell ? condition.good : condition.bad, 3);
    case 'absent':
      return room.request({ service: condition.service, workflow: 'other', count: 1 });
    case 'spans':
      return isWell ? undefined : room.work(crm, condition.name, 1);
    case 'locks':
      return sampleSessions(room, isWell);
    case 'regression':
      return countStatement(room, isWell ? 10 : 100);
    case 'vital':
      return showPages(room, condition.vital, isWell ? 100 : 10_000);
    case 'own':
      return limpAlong(room, isWell);
  }
}

function tellOfSlo(room: AlarmRoom, { source, service, workflow }: Slo, isWell: boolean) {
  if (source.kind === 'counter')
    return measure(
      room,
      {
        metric: source.metric,
        where: { attribute: source.attribute, values: isWell ? ['delivered'] : source.bad },
        take: 'increase',
      },
      3,
    );
  if (source.kind === 'distribution')
    return measure(
      room,
      { metric: source.metric, service, take: { within: source.within } },
      isWell ? 1 : source.within * 2,
    );
  const isOfTime = source.withinMs !== undefined;
  const name = nameOf[source.kinds?.[0] ?? 'page'];
  const errors = isWell || isOfTime ? 0 : 2;
  room.request({ service, workflow, name, count: 3, errors, durationMs: isWell || !isOfTime ? 20 : 5000 });
}

function measure(room: AlarmRoom, { metric: name, service = shop, take, where }: MetricQuestion, amount: number): void {
  const attributes = where ? { attributes: { [where.attribute]: where.values[0] ?? '' } } : {};
  if (take === 'increase') room.measure({ service, name, ...attributes, grew: amount });
  else if (take === 'most') room.measure({ service, name, ...attributes, is: amount });
  else room.measure({ service, name, ...attributes, values: [amount, amount, amount] });
}

/** Of the last ten seconds: a session that waits all the time, or every other second. */
function sampleSessions(room: AlarmRoom, isWell: boolean): void {
  const key = { waitClass: 'Lock', event: 'transactionid', statementId: '1', module: shop, action: '' };
  const waiting = { sessionId: '7', key, traceId: null };
  const now = Math.floor(room.nowMs() / 1000);
  for (let second = now - 10; second < now; second += 1)
    room.t.observatory.watch?.store.addLook(second, isWell && second % 2 === 0 ? [] : [waiting]);
}

/** A statement that is known for hours took so long. */
function countStatement(room: AlarmRoom, callMs: number): void {
  const store = room.t.observatory.watch?.store;
  const nowMinute = Math.floor(room.nowMs() / minuteMs);
  const add = (minute: number, elapsedMs: number) =>
    store?.addStatements({
      atMs: minute * minuteMs,
      totals: [totalsOf('1', 100)],
      counted: { minute, work: [workOf('1', 100, elapsedMs)] },
    });
  for (const agoMinutes of [120, 60]) add(nowMinute - agoMinutes, 1000);
  add(nowMinute - 1, 100 * callMs);
}

function showPages(room: AlarmRoom, vital: string, ms: number): void {
  const { eventName, vitalName, vitalValue, page, sessionId, viewId } = browserAttributes;
  const items = Array.from({ length: 20 }, () => ({
    ...emptyLog(),
    timeNano: BigInt(room.nowMs()) * 1_000_000n,
    attributes: {
      [eventName]: vitalEvent,
      [vitalName]: vital,
      [vitalValue]: ms,
      [page]: '/',
      [sessionId]: newId(16),
      [viewId]: newId(16),
    },
  }));
  const resource = { service: 'browser', attributes: { 'octo.app': 'shop' } };
  room.t.observatory.store.write([{ signal: 'browser', content: { resource, items } }]);
}

/** The observatory itself: how full it is, and what it has lost. */
function limpAlong({ t: { observatory } }: AlarmRoom, isWell: boolean): void {
  const lost = observatory.queue.lost() + (isWell ? 0 : 1);
  observatory.queue.lost = () => lost;
  observatory.store.usedShare = () => (isWell ? 0.5 : 0.99);
}
