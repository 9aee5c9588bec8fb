import type { DatabaseSync } from 'node:sqlite';

/** Where a page ended: traces come by their start, then by their row, the newest first. */
export interface TracePosition {
  readonly startUs: number;
  readonly id: number;
}

/** Some neighbouring traces: those before `from`, down to `to` itself. */
export interface Stretch {
  readonly from: TracePosition;
  readonly to: TracePosition;
  readonly isLast: boolean;
}

export type Stretches = (latest: TracePosition, earliestUs: number) => AsyncGenerator<Stretch>;

/** Rows that are looked at before others get a turn. */
const rowsAtOnce = 5000;
const farBack: TracePosition = { startUs: -1, id: -1 };

export const stretchCondition = '(t.start_us, t.id) < (?, ?) and (t.start_us, t.id) >= (?, ?)';

export function stretchValues({ from, to }: Stretch): number[] {
  return [from.startUs, from.id, to.startUs, to.id];
}

export function latestAt(startUs: number | undefined): TracePosition {
  return { startUs: startUs ?? Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER };
}

/** Goes back through the traces, a bounded number of them at a time. */
export function stretchesOf(db: DatabaseSync): Stretches {
  const stretchEnd = db.prepare(
    `select start_us, id from traces where (start_us, id) < (?, ?) order by start_us desc, id desc limit 1 offset ${rowsAtOnce - 1}`,
  );
  return async function* stretches(latest, earliestUs) {
    for (let from = latest; ; ) {
      const end = stretchEnd.get(from.startUs, from.id);
      const to = end ? { startUs: Number(end.start_us), id: Number(end.id) } : farBack;
      const isLast = !end || to.startUs < earliestUs;
      yield { from, to, isLast };
      if (isLast) return;
      from = to;
      await new Promise(setImmediate);
    }
  };
}
