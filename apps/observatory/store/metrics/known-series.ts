import type { DatabaseSync } from 'node:sqlite';
import type { MetricHistoryKind } from '@octo/contracts/observatory-metric-kinds.ts';
import type { MetricPointRecord } from '../../otlp/records.ts';
import type { MetricRoom } from './metric-room.ts';

export interface KnownSeries {
  readonly id: number;
  readonly metric: number;
  heardMs: number;
}

export interface SeriesRegister {
  /** Undefined when there are too many already. */
  seriesOf(point: MetricPointRecord, kind: MetricHistoryKind, of: SeriesOwner, nowMs: number): KnownSeries | undefined;
  forget(): void;
}

export interface SeriesOwner {
  readonly service: string;
  readonly instance: string;
}

export const mostSeries = 10_000;
export const mostOfMetric = 2000;
const mostMetrics = 2000;
const longestAttributes = 2000;
/** With its newest point. */
const seriesBytes = 500;
const noteEveryMs = 30_000;

/** Gives metrics and their series their ids; of each there are so many at most. */
export function seriesRegister(db: DatabaseSync, room: MetricRoom, mostKeyBytes: number): SeriesRegister {
  const statements = prepareAll(db);
  const metrics = new Map<string, { id: number; heardMs: number }>();
  const series = new Map<string, KnownSeries>();

  function metricOf({ name, unit, description }: MetricPointRecord, kind: MetricHistoryKind, nowMs: number) {
    const key = `${kind} ${name}`;
    const known = metrics.get(key);
    if (known && nowMs - known.heardMs < noteEveryMs) return known.id;
    if (!known && !statements.findMetric.get(name, kind) && count(statements.metrics) >= mostMetrics) return undefined;
    const { id } = statements.noteMetric.get(name, kind, unit, description, nowMs) ?? {};
    metrics.set(key, { id: Number(id), heardMs: nowMs });
    return Number(id);
  }

  function find(key: string, metric: number, { service, instance }: SeriesOwner, attributes: string, nowMs: number) {
    const found = statements.findSeries.get(metric, service, instance, attributes);
    const isFull = () =>
      attributes.length > longestAttributes ||
      room.keyBytes() > mostKeyBytes ||
      count(statements.series) >= mostSeries ||
      count(statements.ofMetric, metric) >= mostOfMetric;
    if (!found && isFull()) return undefined;
    const id = found?.id ?? statements.addSeries.run(metric, service, instance, attributes, nowMs).lastInsertRowid;
    if (!found) room.growKeys(seriesBytes + 2 * attributes.length);
    const added = { id: Number(id), metric, heardMs: found ? 0 : nowMs };
    series.set(key, added);
    return added;
  }

  return {
    seriesOf(point, kind, owner, nowMs) {
      const metric = metricOf(point, kind, nowMs);
      if (metric === undefined) return undefined;
      const attributes = JSON.stringify(Object.entries(point.attributes).sort(byName));
      const key = JSON.stringify([metric, owner.service, owner.instance, attributes]);
      const one = series.get(key) ?? find(key, metric, owner, attributes, nowMs);
      if (one && nowMs - one.heardMs >= noteEveryMs) {
        statements.noteSeries.run(nowMs, one.id);
        one.heardMs = nowMs;
      }
      return one;
    },
    forget() {
      metrics.clear();
      series.clear();
    },
  };
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

function count(statement: ReturnType<DatabaseSync['prepare']>, ...values: number[]): number {
  return Number(statement.get(...values)?.n);
}

function prepareAll(db: DatabaseSync) {
  return {
    findMetric: db.prepare('select id from metric_names where name = ? and kind = ?'),
    noteMetric: db.prepare(
      `insert into metric_names (name, kind, unit, description, heard_ms) values (?, ?, ?, ?, ?)
       on conflict (name, kind) do update set
         unit = excluded.unit, description = excluded.description, heard_ms = max(heard_ms, excluded.heard_ms)
       returning id`,
    ),
    metrics: db.prepare('select count(*) as n from metric_names'),
    findSeries: db.prepare(
      'select id from metric_series where metric = ? and service = ? and instance = ? and attributes = ?',
    ),
    addSeries: db.prepare(
      'insert into metric_series (metric, service, instance, attributes, heard_ms) values (?, ?, ?, ?, ?)',
    ),
    noteSeries: db.prepare('update metric_series set heard_ms = max(heard_ms, ?) where id = ?'),
    series: db.prepare('select count(*) as n from metric_series'),
    ofMetric: db.prepare('select count(*) as n from metric_series where metric = ?'),
  };
}
