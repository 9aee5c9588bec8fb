import type { DatabaseSync } from 'node:sqlite';
import type { AlarmEvent, AlarmState } from './alarm-records.ts';

export interface AlarmWriter {
  /** Within a transaction, as everything here. */
  keepState(rule: string, state: AlarmState): void;
  addEvent(event: AlarmEvent): void;
  addValue(rule: string, atMs: number, value: number): void;
  /** Lets the oldest go: of values after a day, and of too much. */
  trim(nowMs: number): void;
}

const hourMs = 3_600_000;
const keepEachMs = 2 * hourMs;
const keepValuesMs = 24 * hourMs;
const mostEvents = 5000;
const valueBytes = 60;

export function alarmWriter(db: DatabaseSync, mostBytes: number): AlarmWriter {
  const state = db.prepare('insert or replace into alarm_states values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const event = db.prepare(
    'insert into alarm_events (rule, at_ms, kind, value, trace_id, detail) values (?, ?, ?, ?, ?, ?)',
  );
  const value = db.prepare('insert or replace into alarm_values values (?, ?, ?)');
  const { trimValues, trimEvents } = trimmers(db, Math.floor(mostBytes / valueBytes));
  return {
    keepState(rule, { sinceMs, lastMetMs, checkedMs, readings, traceId, acknowledged, silence, ...rest }) {
      const times = [sinceMs, lastMetMs ?? null, checkedMs] as const;
      const texts = [JSON.stringify(readings), traceId, textOf(acknowledged), textOf(silence)] as const;
      state.run(rule, rest.state, ...times, rest.value, ...texts);
    },
    addEvent: ({ rule, atMs, kind, value, traceId, detail }) =>
      void event.run(rule, atMs, kind, value, traceId, JSON.stringify(detail)),
    addValue: (rule, atMs, figure) => void value.run(rule, atMs, figure),
    trim(nowMs) {
      trimValues(nowMs);
      trimEvents();
    },
  };
}

function textOf(kept: object | null): string | null {
  return kept === null ? null : JSON.stringify(kept);
}

function trimmers(db: DatabaseSync, mostValues: number) {
  const deleteOld = db.prepare('delete from alarm_values where at_ms < ?');
  // Of what is older than two hours, the first value of each minute is enough.
  const thinOut = db.prepare(
    `delete from alarm_values where at_ms < ?1 and at_ms >= ?1 - 600000 and exists (
       select 1 from alarm_values v where v.rule = alarm_values.rule and v.at_ms < alarm_values.at_ms
         and v.at_ms >= alarm_values.at_ms - alarm_values.at_ms % 60000)`,
  );
  const values = db.prepare('select count(*) as n, min(at_ms) as first, max(at_ms) as last from alarm_values');
  const forgetEvents = db.prepare('delete from alarm_events where id <= (select max(id) from alarm_events) - ?');
  return {
    trimValues(nowMs: number): void {
      deleteOld.run(nowMs - keepValuesMs);
      thinOut.run(nowMs - keepEachMs);
      const { n, first, last } = values.get() ?? {};
      if (Number(n) > mostValues) deleteOld.run((Number(first) + Number(last)) / 2);
    },
    trimEvents: () => void forgetEvents.run(mostEvents),
  };
}
