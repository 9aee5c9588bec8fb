import type { DatabaseSync } from 'node:sqlite';
import { type GoneReason, goneTraces } from '../pressure/gone-traces.ts';
import { spansPerTrace } from './schema.ts';
import { tokenTrimmer } from './trim-tokens.ts';

export interface TraceTrimmer {
  /** Lets the oldest go, a bounded number of them; true when there is more to do. To be called in a transaction. */
  step(nowMs: number, isFull: boolean): boolean;
  /** Spans that left since the start, by why. */
  left(): Readonly<Record<Exclude<GoneReason, 'pressure'>, number>>;
}

export interface TraceLimits {
  /** For what stays behind when the ordinary traces of its age have left. */
  readonly keptBytes: number;
  readonly keepMs: number;
  readonly goneToKeep: number;
  onResourcesGone(): void;
}

interface Leaving {
  readonly id: number;
  readonly traceId: string;
  readonly arrivedMs: number;
  readonly spans: number;
  readonly bytes: number;
  readonly isKept: boolean;
}

const tracesAtOnce = 300;
/** A trace that has more leaves alone. */
const spansAtOnce = 2000;
/** Errors, slow and seldom ones leave when ordinary ones half as old do. */
const keptLonger = 2;
const noTrace = Number.MAX_SAFE_INTEGER;

export function traceTrimmer(
  db: DatabaseSync,
  { keptBytes, keepMs, goneToKeep, onResourcesGone }: TraceLimits,
): TraceTrimmer {
  const statements = prepareAll(db);
  const gone = goneTraces(db);
  const tokens = tokenTrimmer(db);
  const order = leavingOrder(statements, keptBytes);
  const left = { room: 0, age: 0 };

  function letGo(traces: readonly Leaving[], reason: 'room' | 'age'): void {
    let room = spansAtOnce;
    for (const [at, trace] of traces.entries()) {
      const { id, traceId, spans } = trace;
      room -= spans;
      if (room < 0 && at > 0) break;
      gone.note(traceId, reason);
      statements.deleteSpans.run(id * spansPerTrace, (id + 1) * spansPerTrace - 1);
      statements.deleteTrace.run(id);
      left[reason] += spans;
      order.noteLeft(trace);
    }
  }

  return {
    step(nowMs, isFull) {
      const [oldest] = readAll(statements.oldest, 0, 1);
      if (tokens.step(oldest?.id ?? noTrace, oldest?.isKept ? order.firstOrdinary() : (oldest?.id ?? noTrace)))
        return true;
      if (!oldest) return false;
      const isOld = ({ arrivedMs }: Leaving) => arrivedMs < nowMs - keepMs;
      if (isOld(oldest)) letGo(readAll(statements.oldest, 0, tracesAtOnce).filter(isOld), 'age');
      else if (isFull) letGo(order.next(nowMs), 'room');
      else return false;
      if (Number(statements.deleteSorts.run().changes) + Number(statements.deleteResources.run().changes) > 0)
        onResourcesGone();
      gone.trim(goneToKeep);
      return true;
    },
    left: () => left,
  };
}

/** Who makes room next: the oldest ordinary ones, unless what stays behind them is too old or too much. */
function leavingOrder(statements: ReturnType<typeof prepareAll>, keptBytes: number) {
  /** All before it are kept ones that stayed behind, which take so many bytes. */
  let firstOrdinary = 0;
  let bytesBehind = 0;

  function moveOn(): Leaving | undefined {
    const [found] = readAll(statements.ordinary, firstOrdinary, 1);
    const next = found?.id ?? Number(statements.next.get()?.id);
    bytesBehind += Number(statements.bytesBetween.get(firstOrdinary, next)?.bytes);
    firstOrdinary = next;
    return found;
  }

  return {
    firstOrdinary: () => firstOrdinary,
    next(nowMs: number): Leaving[] {
      const ordinary = moveOn();
      const behind = readAll(statements.oldest, 0, tracesAtOnce).filter(({ id }) => id < firstOrdinary);
      const [oldest] = behind;
      if (!ordinary) return behind;
      const isTooOld = oldest && nowMs - oldest.arrivedMs > keptLonger * (nowMs - ordinary.arrivedMs);
      if (isTooOld || (oldest && bytesBehind > keptBytes)) return behind;
      return readAll(statements.ordinary, firstOrdinary, tracesAtOnce);
    },
    noteLeft({ id, bytes }: Leaving) {
      if (id < firstOrdinary) bytesBehind -= bytes;
    },
  };
}

function prepareAll(db: DatabaseSync) {
  const columns = 'id, trace_id, arrived_ms, span_count, bytes, is_kept';
  const unused = 'last_trace < coalesce((select min(id) from traces), 9007199254740991)';
  return {
    next: db.prepare('select coalesce(max(id), 0) + 1 as id from traces'),
    oldest: db.prepare(`select ${columns} from traces where id >= ? order by id limit ?`),
    ordinary: db.prepare(`select ${columns} from traces where id >= ? and is_kept = 0 order by id limit ?`),
    bytesBetween: db.prepare(
      'select coalesce(sum(bytes), 0) as bytes from traces where id >= ? and id < ? and is_kept = 1',
    ),
    deleteSpans: db.prepare('delete from spans where id between ? and ?'),
    deleteTrace: db.prepare('delete from traces where id = ?'),
    deleteSorts: db.prepare(`delete from span_sorts where ${unused}`),
    deleteResources: db.prepare(`delete from resources where ${unused}`),
  };
}

function readAll(statement: ReturnType<DatabaseSync['prepare']>, from: number, most: number): Leaving[] {
  return statement.all(from, most).map((row) => ({
    id: Number(row.id),
    traceId: String(row.trace_id),
    arrivedMs: Number(row.arrived_ms),
    spans: Number(row.span_count),
    bytes: Number(row.bytes),
    isKept: row.is_kept === 1,
  }));
}
