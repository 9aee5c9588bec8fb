import type { DatabaseSync } from 'node:sqlite';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import type { FromResource, MetricPointRecord } from '../../otlp/records.ts';
import { changeOf, levelOf, type Seen, seenAfter } from './changes.ts';
import { heardMinutes } from './heard-minutes.ts';
import { seriesRegister } from './known-series.ts';
import { latestPoints } from './latest-points.ts';
import { historyKind, isMomentary } from './metric-kind.ts';
import { keyShare, type MetricRoom } from './metric-room.ts';
import { knownProcesses } from './processes.ts';
import { exemplarWriter } from './write-exemplars.ts';
import { type Contribution, historyWriter } from './write-history.ts';

export interface MetricWriter {
  /** Within a transaction. Points of more series than are kept are left out. */
  write(arrivals: readonly FromResource<MetricPointRecord>[], nowMs: number): void;
  /** Points that were left out since the start. */
  leftOut(): number;
  /** Forgets what it knows of what is kept, after that was not written after all, or left. */
  forget(): void;
}

export function metricWriter(db: DatabaseSync, room: MetricRoom, limitBytes: number): MetricWriter {
  const register = seriesRegister(db, room, limitBytes * keyShare);
  const latest = latestPoints(db);
  const history = historyWriter(db);
  const writeExemplars = exemplarWriter(db);
  const processes = knownProcesses();
  const heard = heardMinutes(db);
  let leftOut = 0;

  function writePoint(point: MetricPointRecord, service: string, process: string, nowMs: number): void {
    const kind = historyKind(point);
    const owner = { service, instance: isMomentary(kind) ? process : '' };
    const isNewSeries = processes.isNewSeries(`${service} ${process}`, point.timeNano, point.startNano);
    const series = isWhole(point) ? register.seriesOf(point, kind, owner, nowMs) : undefined;
    if (!series) {
      leftOut += 1;
      return;
    }
    const before = latest.find(series.id, process);
    const level = isMomentary(kind) ? levelOf(point, before) : undefined;
    const added = level === undefined ? growth(point, before, isNewSeries) : moment(point, before, level);
    if (added && !Number.isFinite(added.total)) {
      leftOut += 1;
      return;
    }
    if (added) room.grow(history.add(series.id, added));
    room.grow(writeExemplars(series.id, point));
    latest.note(series.id, process, seenAfter(point, before, level ?? point.value ?? 0));
  }

  return {
    write(arrivals, nowMs) {
      for (const { items, resource } of arrivals) {
        const process = String(resource.attributes[attributeNames.serviceInstance] ?? '');
        for (const timeNano of new Set(items.map((point) => point.timeNano)))
          heard.note(resource.service, msOf(timeNano));
        for (const point of items) writePoint(point, resource.service, process, nowMs);
      }
    },
    leftOut: () => leftOut,
    forget() {
      register.forget();
      latest.forget();
      heard.forget();
    },
  };
}

/** What is not a number is not kept. */
function isWhole({ value = 0, sum = 0, count = 0 }: MetricPointRecord): boolean {
  return Number.isFinite(value) && Number.isFinite(sum) && Number.isFinite(count);
}

/** What came since the point before; nothing when that is nothing. */
function growth(point: MetricPointRecord, before: Seen | undefined, isNew: boolean): Contribution | undefined {
  const change = changeOf(point, before, isNew);
  if (!change || (change.value === 0 && change.count === 0)) return undefined;
  const isSpread = point.kind !== 'sum';
  return {
    atMs: msOf(point.timeNano),
    n: change.count,
    total: isSpread ? change.sum : change.value,
    buckets: isSpread ? change.buckets : undefined,
  };
}

function moment(point: MetricPointRecord, before: Seen | undefined, level: number): Contribution | undefined {
  if (before && point.timeNano <= before.timeNano) return undefined;
  return { atMs: msOf(point.timeNano), n: 1, total: level, level };
}

/** A point tells of the time that ends with it. */
function msOf(nano: bigint): number {
  return Number((nano - 1n) / 1_000_000n);
}
