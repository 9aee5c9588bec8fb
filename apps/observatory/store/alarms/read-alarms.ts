import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type {
  Acknowledgement,
  AlarmEvent,
  AlarmEventKind,
  AlarmReading,
  AlarmState,
  AlarmStateName,
  KeptAlarmEvent,
  Silence,
} from './alarm-records.ts';

export interface AlarmReader {
  states(): Map<string, AlarmState>;
  /** The newest first, of one rule or of all. */
  events(search: { rule: string | undefined; before: number | undefined }, limit: number): KeptAlarmEvent[];
  values(rule: string, fromMs: number): { atMs: number; value: number }[];
}

type Row = Record<string, SQLOutputValue>;

export function alarmReader(db: DatabaseSync): AlarmReader {
  const states = db.prepare('select * from alarm_states');
  const ofRule = db.prepare('select * from alarm_events where rule = ? and id < ? order by id desc limit ?');
  const ofAll = db.prepare('select * from alarm_events where id < ? order by id desc limit ?');
  const values = db.prepare('select at_ms, value from alarm_values where rule = ? and at_ms >= ? order by at_ms');
  return {
    states: () => new Map(states.all().map((row) => [String(row.rule), stateOf(row)])),
    events({ rule, before = Number.MAX_SAFE_INTEGER }, limit) {
      const rows = rule === undefined ? ofAll.all(before, limit) : ofRule.all(rule, before, limit);
      return rows.map(eventOf);
    },
    values: (rule, fromMs) =>
      values.all(rule, fromMs).map(({ at_ms, value }) => ({ atMs: Number(at_ms), value: Number(value) })),
  };
}

/** Only the writer of alarms writes these rows, so they hold what it was given. */
function stateOf(row: Row): AlarmState {
  return {
    state: row.state as AlarmStateName,
    sinceMs: Number(row.since_ms),
    lastMetMs: row.last_met_ms === null ? undefined : Number(row.last_met_ms),
    checkedMs: Number(row.checked_ms),
    value: numberOf(row.value),
    readings: JSON.parse(String(row.readings)) as AlarmReading[],
    traceId: row.trace_id === null ? null : String(row.trace_id),
    acknowledged: parsed<Acknowledgement>(row.acknowledged),
    silence: parsed<Silence>(row.silence),
  };
}

function eventOf(row: Row): KeptAlarmEvent {
  return {
    id: Number(row.id),
    rule: String(row.rule),
    atMs: Number(row.at_ms),
    kind: row.kind as AlarmEventKind,
    value: numberOf(row.value),
    traceId: row.trace_id === null ? null : String(row.trace_id),
    detail: JSON.parse(String(row.detail)) as AlarmEvent['detail'],
  };
}

function numberOf(value: SQLOutputValue | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

function parsed<T>(text: SQLOutputValue | undefined): T | null {
  return typeof text === 'string' ? (JSON.parse(text) as T) : null;
}
