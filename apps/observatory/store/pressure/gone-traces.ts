import type { DatabaseSync } from 'node:sqlite';

/** Why a trace is not here: it was old, the oldest made room, or more came in than could be written. */
export type GoneReason = 'age' | 'room' | 'pressure';

/** What is remembered of traces that are not here, for an honest answer about them. */
export interface GoneTraces {
  note(traceId: string, reason: GoneReason): void;
  /** Keeps so many of them. */
  trim(most: number): void;
}

const reasons = ['room', 'age', 'pressure'] as const satisfies readonly GoneReason[];

export function goneTraces(db: DatabaseSync): GoneTraces {
  const insert = db.prepare(
    'insert into gone_traces (trace_id, reason) select ?1, ?2 where not exists (select 1 from gone_traces where trace_id = ?1)',
  );
  const forget = db.prepare('delete from gone_traces where id <= (select max(id) from gone_traces) - ?');
  return {
    note: (traceId, reason) => void insert.run(traceId, reasons.indexOf(reason)),
    trim: (most) => void forget.run(most),
  };
}

/** Why a trace is not here; undefined for one that nobody has heard of. */
export function goneReason(db: DatabaseSync): (traceId: string) => GoneReason | undefined {
  const find = db.prepare('select reason from gone_traces where trace_id = ? order by id desc limit 1');
  return (traceId) => {
    const found = find.get(traceId);
    return found && reasons[Number(found.reason)];
  };
}
