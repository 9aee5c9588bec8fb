import assert from 'node:assert/strict';
import { type DatabaseSession, listSessions } from '@octo/contracts/insight.ts';
import { listTraces } from '@octo/contracts/observatory.ts';
import { listAlarmEvents, listAlarms } from '@octo/contracts/observatory-alarms.ts';
import { listLogs } from '@octo/contracts/observatory-logs.ts';
import { getMetricHistory, listMetricCatalogue } from '@octo/contracts/observatory-metrics.ts';
import { listSlos } from '@octo/contracts/observatory-slos.ts';
import type { FaultTarget, Signal } from '@octo/domains/simulation';
import { eventNames } from '@octo/platform/telemetry/names/events.ts';
import type { Observatory } from '../house.ts';
import { crm, shop } from '../whole-trace.ts';

const serviceOf: Record<FaultTarget, string> = { shop, crm };

/** Whether the observatory has shown a signal since a time; of sessions and objectives, whether it shows it now. */
export async function isSeen(observatory: Observatory, signal: Signal, sinceMs: number): Promise<boolean> {
  const { ask } = observatory;
  const fromUnixNano = `${sinceMs}000000`;
  switch (signal.kind) {
    case 'span': {
      const { service, attribute, minDurationMs, status } = signal;
      const asked = { service: serviceOf[service], q: `${attribute.name}=${attribute.value}`, minDurationMs, status };
      const { traces } = await ask(listTraces, addressOf(listTraces, { ...asked, fromUnixNano, limit: 1 }));
      return traces.length > 0;
    }
    case 'log': {
      const { service, event, attribute } = signal;
      const q = [`event.name=${event}`, attribute && `${attribute.name}=${attribute.value}`].filter(Boolean).join(' ');
      const asked = { service: serviceOf[service], q, fromUnixNano, limit: 1 };
      return (await ask(listLogs, addressOf(listLogs, asked))).logs.length > 0;
    }
    case 'metric':
      return (await increaseOf(observatory, signal, fromUnixNano)) > signal.above;
    case 'alarm': {
      const { events } = await ask(listAlarmEvents, addressOf(listAlarmEvents, { limit: 200 }));
      const isFired = events.some(
        ({ alarmId, kind, at }) => alarmId === signal.id && kind === 'fired' && Date.parse(at) >= sinceMs,
      );
      return isFired || (await isFiring(observatory, signal.id));
    }
    case 'slo':
      return (await ask(listSlos)).slos.some(({ id, state }) => id === signal.id && state === signal.state);
    case 'blocking':
      return isBlocked((await ask(listSessions)).sessions, serviceOf[signal.waiting], serviceOf[signal.holding]);
  }
}

/** Whether it is over: an alarm does not fire any more, an objective does not burn. */
export async function isOver(observatory: Observatory, signal: Signal): Promise<boolean> {
  if (signal.kind === 'alarm') return !(await isFiring(observatory, signal.id));
  return !(await isSeen(observatory, signal, Date.now()));
}

/** Whether it is about how quick something is, which a busy machine may not be. */
export function isOfSpeed(signal: Signal): boolean {
  if (signal.kind === 'log') return signal.event === eventNames.statementRunning;
  return (signal.kind === 'alarm' || signal.kind === 'slo') && signal.id.includes('-latency');
}

async function isFiring({ ask }: Observatory, alarmId: string): Promise<boolean> {
  const { alarms } = await ask(listAlarms);
  const alarm = alarms.find(({ id }) => id === alarmId);
  assert.ok(alarm, `there is no alarm ${alarmId}`);
  return alarm.state === 'firing';
}

/** A signal in words, for who waits for it in vain. */
export function wordsOf(signal: Signal): string {
  return JSON.stringify(signal);
}

async function increaseOf(
  { ask }: Observatory,
  { metric: name, attribute }: Signal & { kind: 'metric' },
  fromUnixNano: string,
): Promise<number> {
  const { metrics } = await ask(listMetricCatalogue, addressOf(listMetricCatalogue, { q: name }));
  if (!metrics.some((metric) => metric.name === name)) return 0;
  const where = attribute && new URLSearchParams({ [attribute.name]: attribute.value }).toString();
  const asked = { name, aggregation: 'sum', stepSeconds: 10, where, fromUnixNano };
  const { groups } = await ask(getMetricHistory, addressOf(getMetricHistory, asked));
  return groups.flatMap(({ points }) => points).reduce<number>((sum, point) => sum + (point ?? 0), 0);
}

/** One session waits for another one's lock, and the other can be traced. */
function isBlocked(sessions: readonly DatabaseSession[], waiting: string, holding: string): boolean {
  const holders = sessions.filter(({ module, traceId }) => module === holding && traceId !== null);
  return sessions.some(
    ({ module, blockedBy }) => module === waiting && holders.some(({ sessionId }) => blockedBy.includes(sessionId)),
  );
}

function addressOf({ path }: { path: string }, asked: Record<string, string | number | undefined>): string {
  const entries = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, `${value}`]]));
  return `${path}?${new URLSearchParams(entries)}`;
}
