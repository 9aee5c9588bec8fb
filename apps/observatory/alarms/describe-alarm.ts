import type { AlarmDetail, AlarmEvent, AlarmSummary } from '@octo/contracts/observatory-alarms.ts';
import type { Acknowledgement, KeptAlarmEvent, Silence } from '../store/alarms/alarm-records.ts';
import type { AlarmRule, TraceExample } from './alarm-rule.ts';
import type { Alarm } from './alarms.ts';
import { thresholdOf } from './judge.ts';

type Paced = (ms: number) => number;

interface KeptOfAlarm {
  readonly values: readonly { readonly atMs: number; readonly value: number }[];
  readonly events: readonly KeptAlarmEvent[];
}

export function toAlarmSummary({ rule, state }: Alarm, paced: Paced): AlarmSummary {
  const { id, title, severity, subject, unit, noun, condition } = rule;
  return {
    id,
    title,
    severity,
    subject,
    kind: condition.kind,
    state: state?.state ?? 'no_data',
    since: state ? instant(state.sinceMs) : null,
    value: state?.value ?? null,
    threshold: thresholdOf(condition, paced),
    unit,
    noun: noun ?? null,
    traceId: state?.traceId ?? null,
    acknowledged: state?.acknowledged ? acknowledgementOf(state.acknowledged) : null,
    silence: state?.silence ? silenceOf(state.silence) : null,
  };
}

export function toAlarmDetail(alarm: Alarm, { values, events }: KeptOfAlarm, paced: Paced): AlarmDetail {
  const { rule, state } = alarm;
  return {
    ...toAlarmSummary(alarm, paced),
    meaning: rule.meaning,
    advice: rule.advice,
    runbook: rule.runbook,
    page: rule.page,
    traces: tracesPageOf(rule.traces),
    valueMeans: rule.value,
    forSeconds: paced(rule.forMs) / 1000,
    readings: [...(state?.readings ?? [])],
    values: values.map(({ atMs, value }) => ({ at: instant(atMs), value })),
    events: events.map((event) => toAlarmEvent(event, rule, paced)),
  };
}

/** A rule may have left with a release; what it did is still told. */
export function toAlarmEvent(event: KeptAlarmEvent, rule: AlarmRule | undefined, paced: Paced): AlarmEvent {
  const { id, atMs, kind, value, traceId, detail } = event;
  return {
    id,
    alarmId: event.rule,
    title: rule?.title ?? event.rule,
    at: instant(atMs),
    kind,
    value,
    threshold: rule ? thresholdOf(rule.condition, paced) : null,
    unit: rule?.unit ?? 'none',
    noun: rule?.noun ?? null,
    traceId,
    readings: [...(detail.readings ?? [])],
    who: detail.who ?? null,
    note: detail.note ?? null,
  };
}

const urgencies = {
  state: { firing: 0, pending: 1, ok: 2, no_data: 3 },
  severity: { page: 0, ticket: 1, notice: 2 },
} as const;

/** What fires first, and of that what somebody has to come for. */
export function byUrgency(one: AlarmSummary, other: AlarmSummary): number {
  const { state, severity } = urgencies;
  return state[one.state] - state[other.state] || severity[one.severity] - severity[other.severity];
}

/** The page with the traces that a rule or an objective is about. */
export function tracesPageOf([example]: readonly TraceExample[] = []): string | null {
  if (!example) return null;
  const { service, status, minDurationMs, q } = example;
  const asked = Object.entries({ service, status, min: minDurationMs, q }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return `/traces?${new URLSearchParams(asked)}`;
}

function acknowledgementOf({ atMs, who, note }: Acknowledgement) {
  return { at: instant(atMs), who, note };
}

function silenceOf({ atMs, untilMs, who, why }: Silence) {
  return { at: instant(atMs), until: instant(untilMs), who, why };
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
