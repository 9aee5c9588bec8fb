import type { DatabaseSync } from 'node:sqlite';
import type { MetricAggregation } from '@octo/contracts/observatory-metric-kinds.ts';
import type { MetricGroup } from '@octo/contracts/observatory-metrics.ts';
import {
  type Amounts,
  addAmounts,
  amountsOf,
  type HistoryRow,
  isPercentile,
  type Span,
  take,
  takeNothing,
} from './amounts.ts';
import { heardReader, type WasHeard } from './heard-minutes.ts';
import { historyReader } from './read-history.ts';
import { attributeOf, type KeptMetric, type KeptSeries } from './read-series.ts';

export interface HistoryQuery extends Span {
  readonly metric: KeptMetric;
  readonly series: readonly KeptSeries[];
  readonly stepMs: number;
  readonly aggregation: MetricAggregation;
  readonly groupBy: readonly string[];
}

export interface FoundHistory {
  readonly groups: MetricGroup[];
  readonly groupCount: number;
}

/** What one group came to, by the number of the step. */
interface Group {
  readonly values: string[];
  readonly services: Set<string>;
  seriesCount: number;
  steps: Map<number, Amounts>;
}

const mostGroups = 20;
/** So many rows are read before others have their turn. */
const rowsAtOnce = 4000;

export function historyQuery(db: DatabaseSync, nowMs: () => number) {
  const history = historyReader(db);
  const heard = heardReader(db);

  async function gather(query: HistoryQuery, rowMs: number): Promise<Group[]> {
    const groups = new Map<string, Group>();
    let read = 0;
    for (const series of query.series) {
      const rows = history.rows(series.id, query, rowMs);
      const steps = Map.groupBy(rows, ({ at }) => Math.floor((at * rowMs - query.fromMs) / query.stepMs));
      const group = groupOf(groups, series, query.groupBy);
      for (const [step, own] of steps) {
        const amounts = amountsOf(own, lifeIn(step, rows, rowMs, query), isPercentile(query.aggregation));
        addToStep(group.steps, step, amounts);
      }
      read += rows.length + 10;
      if (read < rowsAtOnce) continue;
      read = 0;
      await new Promise(setImmediate);
    }
    return [...groups.values()];
  }

  /** Those that came to anything. Where none did, that is told as zeros of what was heard of. */
  function told(groups: readonly Group[], query: HistoryQuery, wasHeard: WasHeard): readonly Group[] {
    const { aggregation, metric } = query;
    const grown = groups.filter(({ steps }) => steps.size > 0);
    if (grown.length > 0 || takeNothing(aggregation, metric.kind) === null) return grown;
    return groups.filter(({ services }) => wasHeard(services, query));
  }

  return async (query: HistoryQuery): Promise<FoundHistory> => {
    const { rowMs, knownFromMs } = await history.rowKind(query, nowMs());
    const wasHeard = heard(query);
    const groups = told(await gather(query, rowMs), query, wasHeard);
    const largest = groups.toSorted((one, other) => sizeOf(other, query) - sizeOf(one, query));
    const shown = groups.length > mostGroups + 1 ? largest.slice(0, mostGroups) : largest;
    const rest = largest.slice(shown.length);
    const all = rest.length === 0 ? shown : [...shown, together(rest)];
    return {
      groupCount: groups.length,
      groups: all.map((group) => ({
        values: group.values,
        isRest: rest.length > 0 && !shown.includes(group),
        points: pointsOf(group, { ...query, knownFromMs }, wasHeard),
        seriesCount: group.seriesCount,
      })),
    };
  };
}

/** When a series was there in a step: all of it, unless it began or ended in it. */
function lifeIn(step: number, rows: readonly HistoryRow[], rowMs: number, { fromMs, stepMs }: HistoryQuery): Span {
  const startMs = fromMs + step * stepMs;
  return {
    fromMs: Math.max(startMs, (rows[0]?.at ?? 0) * rowMs),
    toMs: Math.min(startMs + stepMs, ((rows.at(-1)?.at ?? 0) + 1) * rowMs),
  };
}

function groupOf(groups: Map<string, Group>, series: KeptSeries, groupBy: readonly string[]): Group {
  const values = groupBy.map((attribute) => attributeOf(series, attribute));
  const key = JSON.stringify(values);
  const group = groups.get(key) ?? { values, services: new Set(), seriesCount: 0, steps: new Map() };
  group.services.add(series.service);
  group.seriesCount += 1;
  groups.set(key, group);
  return group;
}

function addToStep(steps: Map<number, Amounts>, step: number, amounts: Amounts): void {
  const known = steps.get(step);
  steps.set(step, known ? addAmounts(known, amounts) : amounts);
}

/** By what a group comes to in the whole time. */
function sizeOf({ steps }: Group, { aggregation, metric, fromMs, toMs }: HistoryQuery): number {
  if (steps.size === 0) return 0;
  const whole = [...steps.values()].reduce(addAmounts);
  return take(whole, aggregation, metric.kind, toMs - fromMs) ?? 0;
}

function together(groups: readonly Group[]): Group {
  const steps = new Map<number, Amounts>();
  for (const group of groups) for (const [step, amounts] of group.steps) addToStep(steps, step, amounts);
  const services = new Set(groups.flatMap((group) => [...group.services]));
  const seriesCount = groups.reduce((sum, group) => sum + group.seriesCount, 0);
  return { values: [], services, seriesCount, steps };
}

function pointsOf(
  { services, steps }: Group,
  { fromMs, toMs, stepMs, aggregation, metric: { kind }, knownFromMs }: HistoryQuery & { knownFromMs: number },
  wasHeard: WasHeard,
): (number | null)[] {
  return Array.from({ length: Math.ceil((toMs - fromMs) / stepMs) }, (_, step) => {
    const startMs = fromMs + step * stepMs;
    if (startMs < knownFromMs) return null;
    const amounts = steps.get(step);
    if (amounts) return rounded(take(amounts, aggregation, kind, stepMs));
    const span = { fromMs: startMs, toMs: Math.min(toMs, startMs + stepMs) };
    return wasHeard(services, span) ? takeNothing(aggregation, kind) : null;
  });
}

/** Without what binary fractions leave behind; what grew beyond all numbers cannot be told. */
function rounded(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(9));
}
