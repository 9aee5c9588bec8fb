import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Arrival } from './arrivals.ts';
import { inTransaction } from './in-transaction.ts';
import { openFile, startAnew } from './open-file.ts';
import { type PruneLimits, type Pruner, pruner } from './prune.ts';
import { type LogReader, logReader } from './read-logs.ts';
import { type MetricReader, metricReader } from './read-metrics.ts';
import { type ServiceReader, serviceReader } from './read-services.ts';
import { type TraceReader, traceReader } from './read-trace.ts';
import { type TraceSearcher, traceSearcher } from './search-traces.ts';
import { isDamage } from './sqlite-errors.ts';
import { type LogWriter, logWriter } from './write-logs.ts';
import { type MetricWriter, metricWriter } from './write-metrics.ts';
import { type SpanWriter, spanWriter } from './write-spans.ts';

export interface StoreOptions extends PruneLimits {
  readonly dir: string;
  nowMs(): number;
  /** Told when the store was found unusable and begun anew. */
  onNote(note: string): void;
}

export interface StoreFigures {
  spans: number;
  logs: number;
  metricPoints: number;
  storeBytes: number;
  oldestSpanUs: number | undefined;
}

/** What is kept of what was sent. Reading and writing happen at once, in this process. */
export interface Store extends Disposable {
  /** Writes all of it, or throws. Returns how many found no room. */
  write(arrivals: readonly Arrival[]): number;
  /** Lets the oldest go, a few at a time; true when there is more to do. */
  pruneStep(): boolean;
  read<T>(look: (readers: Readers) => T): T;
  figures(): StoreFigures;
}

export interface Readers {
  readonly traces: TraceReader & TraceSearcher;
  readonly logs: LogReader;
  readonly services: ServiceReader;
  readonly metrics: MetricReader;
}

export function openStore(options: StoreOptions): Store {
  const { db, note } = openFile(options.dir);
  if (note !== undefined) options.onNote(note);
  let parts = openParts(db, options);

  /** Damage that shows only now: what was there is lost to us, what comes from now on is not. */
  function beginAnew(error: unknown, used: Parts): never {
    // Others that were at work on the same file find the same damage.
    if (isDamage(error) && used === parts) {
      parts.db.close();
      const anew = startAnew(options.dir, 'was damaged');
      options.onNote(anew.note);
      parts = openParts(anew.db, options);
    }
    throw error;
  }

  function guarded<T>(work: () => T): T {
    const used = parts;
    const failed = (error: unknown) => beginAnew(error, used);
    try {
      const result = work();
      return result instanceof Promise ? (result.catch(failed) as T) : result;
    } catch (error) {
      return failed(error);
    }
  }

  return {
    write: (arrivals) => guarded(() => writeAll(parts, arrivals, options.nowMs())),
    pruneStep: () => guarded(() => parts.pruner.step(options.nowMs())),
    read: (look) => guarded(() => look(parts.readers)),
    figures: () => guarded(() => figuresOf(parts, options.dir)),
    [Symbol.dispose]: () => parts.db.close(),
  };
}

interface Parts {
  readonly db: DatabaseSync;
  readonly spans: SpanWriter;
  readonly logs: LogWriter;
  readonly metrics: MetricWriter;
  readonly pruner: Pruner;
  readonly readers: Readers;
}

function openParts(db: DatabaseSync, options: StoreOptions): Parts {
  const spans = spanWriter(db, options.nowMs);
  return {
    db,
    spans,
    logs: logWriter(db),
    metrics: metricWriter(db, options.limitBytes),
    pruner: pruner(db, options, spans.forget),
    readers: {
      traces: { ...traceReader(db), ...traceSearcher(db) },
      logs: logReader(db),
      services: serviceReader(db),
      metrics: metricReader(db),
    },
  };
}

function writeAll({ db, spans, logs, metrics }: Parts, arrivals: readonly Arrival[], nowMs: number): number {
  try {
    return inTransaction(db, () => {
      const { refused } = spans.write(contentsOf(arrivals, 'traces'), nowMs);
      logs.write(contentsOf(arrivals, 'logs'), nowMs);
      metrics.write(contentsOf(arrivals, 'metrics'));
      return refused;
    });
  } catch (error) {
    spans.forget();
    throw error;
  }
}

type ContentOf<S extends Arrival['signal']> = Extract<Arrival, { signal: S }>['content'];

/** An arrival has the content of its signal. */
function contentsOf<S extends Arrival['signal']>(arrivals: readonly Arrival[], signal: S): ContentOf<S>[] {
  return arrivals.filter((arrival) => arrival.signal === signal).map(({ content }) => content as ContentOf<S>);
}

function figuresOf({ db }: Parts, dir: string): StoreFigures {
  const count = (sql: string) => Number(db.prepare(sql).get()?.n);
  const oldest = db.prepare('select min(start_us) as us from traces').get()?.us;
  return {
    spans: count('select coalesce(sum(span_count), 0) as n from traces'),
    logs: count('select count(*) as n from logs'),
    metricPoints: count('select count(*) as n from metric_series'),
    storeBytes: ['store.db', 'store.db-wal'].reduce((sum, name) => sum + sizeOf(join(dir, name)), 0),
    oldestSpanUs: oldest === null || oldest === undefined ? undefined : Number(oldest),
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
