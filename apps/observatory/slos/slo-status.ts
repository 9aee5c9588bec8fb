import type { SloStatus } from '@octo/contracts/observatory-slos.ts';
import type { Alarms } from '../alarms/alarms.ts';
import { burnOf, fastBurn, slowBurn } from '../alarms/burn-windows.ts';
import { tracesPageOf } from '../alarms/describe-alarm.ts';
import type { Readings } from '../alarms/readings.ts';
import { examplesOf } from '../alarms/rules/burn-rules.ts';
import type { Store } from '../store/store.ts';
import { measureSlo } from './measure-slo.ts';
import type { Slo } from './slo.ts';
import { slos } from './slos.ts';

/** Figures go back as far as requests are counted; objectives are for longer. */
export const measuredMs = 72 * 3_600_000;
const hourMs = 3_600_000;

interface SloParts {
  readonly store: Store;
  readonly alarms: Alarms;
  readings(): Readings;
}

/** How every objective stands. */
export async function sloStatuses(parts: SloParts): Promise<SloStatus[]> {
  const readings = parts.readings();
  // What is kept does not pass faster in a class; only the windows of the alarms do.
  const unpaced = (ms: number) => ms * parts.alarms.pace;
  const statuses: SloStatus[] = [];
  for (const slo of slos) {
    statuses.push(statusOf(slo, readings, unpaced, parts));
    // Days of each are added up; others get their turn between them.
    await new Promise(setImmediate);
  }
  return statuses;
}

function statusOf(slo: Slo, readings: Readings, unpaced: (ms: number) => number, parts: SloParts): SloStatus {
  const { id, title, service, workflow, measures, objective, promise, windowDays } = slo;
  const { all, bad } = measureSlo(slo, readings, unpaced(measuredMs));
  const used = burnOf({ all, bad }, objective);
  const burnNow = burnOf(measureSlo(slo, readings, unpaced(hourMs)), objective);
  const budgetLeft = used === undefined ? undefined : 1 - used;
  const alarmIds = [`${id}.fast`, `${id}.slow`];
  const isBurning = alarmIds.some((alarm) => parts.alarms.get(alarm).state?.state === 'firing');
  return {
    id,
    title,
    service,
    workflow,
    measures,
    objective,
    promise,
    windowDays,
    state: all === 0 ? 'no_data' : isBurning ? 'burning' : (budgetLeft ?? 1) < 0 ? 'missed' : 'met',
    all,
    bad,
    share: all === 0 ? null : (all - bad) / all,
    budgetLeft: budgetLeft ?? null,
    burnNow: burnNow ?? null,
    usedUpInHours: usedUpIn(budgetLeft, burnNow),
    measuredSince: sinceOf(slo, readings, parts.store),
    burns: burnsOf(slo, readings),
    alarmIds,
    traces: tracesPageOf(examplesOf(slo)),
  };
}

/** A burn of 1 uses up a whole budget in the time that it is of. */
function usedUpIn(left: number | undefined, burn: number | undefined): number | null {
  if (left === undefined || burn === undefined || burn === 0) return null;
  return (Math.max(0, left) * (measuredMs / hourMs)) / burn;
}

function burnsOf(slo: Slo, readings: Readings): SloStatus['burns'] {
  return [...fastBurn, ...slowBurn].map(({ title, shortTitle, longMs, shortMs, factor }) => ({
    long: title,
    short: shortTitle,
    longBurn: burnOf(measureSlo(slo, readings, longMs), slo.objective) ?? null,
    shortBurn: burnOf(measureSlo(slo, readings, shortMs), slo.objective) ?? null,
    factor,
  }));
}

function sinceOf({ source }: Slo, { nowMs }: Readings, store: Store): string | null {
  if (source.kind !== 'requests') return null;
  const firstMs = store.read(({ workflows }) => workflows.keptSinceMs(source));
  return firstMs === undefined ? null : new Date(Math.max(firstMs, nowMs - measuredMs)).toISOString();
}
