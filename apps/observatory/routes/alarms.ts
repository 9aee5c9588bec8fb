import {
  acknowledgeAlarm,
  endSilence,
  getAlarm,
  listAlarmEvents,
  listAlarms,
  silenceAlarm,
} from '@octo/contracts/observatory-alarms.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { route } from '@octo/platform/http/route.ts';
import { decodeCursor, encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { FastifyInstance } from 'fastify';
import type { Alarm } from '../alarms/alarms.ts';
import { byUrgency, toAlarmDetail, toAlarmEvent, toAlarmSummary } from '../alarms/describe-alarm.ts';
import type { Observatory } from '../context.ts';

const listName = 'alarms.events';
const pageSize = 50;
const eventsOfOne = 100;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const somebody = 'somebody';

export function alarmRoutes(app: FastifyInstance, { alarms, store, clock, notifier, readings }: Observatory): void {
  const nowMs = () => clock.now().getTime();
  const { paced } = readings();
  const summaryOf = (alarm: Alarm) => toAlarmSummary(alarm, paced);

  route(app, listAlarms, async ({ query: { state } }) => {
    const all = alarms.all();
    const checkedMs = Math.max(0, ...all.map((alarm) => alarm.state?.checkedMs ?? 0));
    const summaries = all.map(summaryOf).filter((alarm) => state === undefined || alarm.state === state);
    return {
      checkedAt: checkedMs === 0 ? null : new Date(checkedMs).toISOString(),
      pace: alarms.pace,
      isNotifying: notifier !== undefined,
      alarms: summaries.toSorted(byUrgency),
    };
  });

  route(app, getAlarm, async ({ params: { alarmId } }) => {
    const alarm = alarms.get(alarmId);
    const kept = store.read((readers) => ({
      values: readers.alarms.values(alarmId, nowMs() - dayMs),
      events: readers.alarms.events({ rule: alarmId, before: undefined }, eventsOfOne),
    }));
    return toAlarmDetail(alarm, kept, paced);
  });

  route(app, acknowledgeAlarm, async ({ params: { alarmId }, body: { note, who = somebody } }) => {
    if (alarms.get(alarmId).state?.state !== 'firing')
      throw new AppError(
        'Conflict',
        'alarms.not_firing',
        'This alarm does not fire, so there is nothing to acknowledge.',
      );
    const acknowledged = { atMs: nowMs(), who, note };
    return summaryOf(alarms.note(alarmId, { acknowledged }, { kind: 'acknowledged', detail: { who, note } }));
  });

  route(app, silenceAlarm, async ({ params: { alarmId }, body: { minutes, why, who = somebody } }) => {
    const atMs = alarms.get(alarmId).state?.silence?.atMs ?? nowMs();
    const silence = { atMs, untilMs: nowMs() + minutes * minuteMs, who, why };
    return summaryOf(alarms.note(alarmId, { silence }, { kind: 'silenced', detail: { who, note: why } }));
  });

  route(app, endSilence, async ({ params: { alarmId } }) => {
    if (!alarms.get(alarmId).state?.silence)
      throw new AppError('Conflict', 'alarms.not_silenced', 'This alarm is not silenced.');
    return summaryOf(alarms.note(alarmId, { silence: null }, { kind: 'unsilenced', detail: {} }));
  });

  route(app, listAlarmEvents, async ({ query: { limit = pageSize, after } }) => {
    const before = after === undefined ? undefined : decodeCursor(listName, after, 'whole').id;
    const found = store.read((readers) => readers.alarms.events({ rule: undefined, before }, limit + 1));
    const events = found.slice(0, limit);
    const last = events.at(-1);
    const isMore = found.length > limit && last !== undefined;
    const rules = new Map(alarms.all().map(({ rule }) => [rule.id, rule]));
    return {
      events: events.map((event) => toAlarmEvent(event, rules.get(event.rule), paced)),
      next: isMore ? encodeCursor(listName, { value: last.id, id: last.id }) : null,
    };
  });
}
