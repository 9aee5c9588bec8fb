import type { DatabaseSync } from 'node:sqlite';
import type { Arrival } from './arrivals.ts';
import { inTransaction } from './in-transaction.ts';
import { keepFile } from './kept-file.ts';
import { fileBytes } from './open-file.ts';
import { type PruneLimits, type Pruner, pruner } from './prune.ts';
import { type LogReader, logReader } from './read-logs.ts';
import { type MetricReader, metricReader } from './read-metrics.ts';
import { type ServiceReader, serviceReader } from './read-services.ts';
import { type TraceReader, traceReader } from './read-trace.ts';
import { storeFile } from './schema.ts';
import { type TraceSearcher, traceSearcher } from './search-traces.ts';
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
  const { dir, onNote, nowMs } = options;
  const file = keepFile({ dir, form: storeFile, onNote, open: (db) => openParts(db, options) });
  return {
    write: (arrivals) => file.use((parts) => writeAll(parts, arrivals, nowMs())),
    pruneStep: () => file.use(({ pruner }) => pruner.step(nowMs())),
    read: (look) => file.use(({ readers }) => look(readers)),
    figures: () => file.use((parts) => figuresOf(parts, dir)),
    [Symbol.dispose]: () => file[Symbol.dispose](),
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
    storeBytes: fileBytes(dir, storeFile),
    oldestSpanUs: oldest === null || oldest === undefined ? undefined : Number(oldest),
  };
}
