import type { BucketCount, MetricPointRecord } from '../../otlp/records.ts';
import { subtract } from './bucket-counts.ts';

/** What is remembered of a series of a process, to tell what came since. */
export interface Seen {
  readonly startNano: bigint;
  readonly timeNano: bigint;
  readonly value: number;
  readonly count: number;
  readonly sum: number;
  readonly buckets: readonly BucketCount[];
  /** When the last few points were, of those that tell what came since the one before. */
  readonly recent: readonly bigint[];
}

/** What a series grew by, or what it was. */
export interface Change {
  readonly value: number;
  readonly count: number;
  readonly sum: number;
  readonly buckets: readonly BucketCount[];
}

/** A longer silence is a gap: what happened in it belongs to no moment. */
export const longestSilenceNano = 180n * 1_000_000_000n;
const mostRecent = 8;

/** A sum that only grows, or a distribution: what came since the point before; undefined where that cannot be told. */
export function changeOf(point: MetricPointRecord, before: Seen | undefined, isNewSeries: boolean): Change | undefined {
  const whole = amountsOf(point);
  if (point.isDelta) return before?.recent.includes(point.timeNano) ? undefined : whole;
  if (!before) return isNewSeries ? whole : undefined;
  if (point.timeNano <= before.timeNano) return undefined;
  if (beganAnew(point, before)) return whole;
  if (point.timeNano - before.timeNano > longestSilenceNano) return undefined;
  return {
    value: whole.value - before.value,
    count: whole.count - before.count,
    sum: whole.sum - before.sum,
    buckets: subtract(whole.buckets, before.buckets),
  };
}

/** What a gauge, or a sum that goes both ways, is at its moment. */
export function levelOf({ isDelta, value = 0 }: MetricPointRecord, before: Seen | undefined): number {
  return isDelta ? (before?.value ?? 0) + value : value;
}

/** What is remembered once a point has come; one that is older than the newest changes little. */
export function seenAfter(point: MetricPointRecord, before: Seen | undefined, value: number): Seen {
  const recent = point.isDelta ? [...(before?.recent ?? []), point.timeNano].slice(-mostRecent) : [];
  if (before && point.timeNano < before.timeNano) return { ...before, recent };
  const { startNano, timeNano } = point;
  return { ...amountsOf(point), startNano, timeNano, value, recent };
}

function amountsOf({ value = 0, count = 0, sum = 0, buckets }: MetricPointRecord): Change {
  return { value, count, sum, buckets };
}

/** The process was started again under the same name, or the sum was set back. */
function beganAnew(point: MetricPointRecord, before: Seen): boolean {
  const { value, count } = amountsOf(point);
  const isLater = point.startNano > before.startNano && before.startNano > 0n;
  return isLater || value < before.value || count < before.count;
}
