import type { DatabaseSync } from 'node:sqlite';
import { type AlarmReader, alarmReader } from './alarms/read-alarms.ts';
import { type MetricWindowReader, metricWindowReader } from './alarms/read-metric-windows.ts';
import { type AlarmWriter, alarmWriter } from './alarms/write-alarms.ts';
import type { Arrival } from './arrivals.ts';
import { type BrowserReader, browserReader } from './browser/read-browser.ts';
import { withBrowserSpans } from './browser/with-browser-spans.ts';
import { type BrowserWriter, browserWriter } from './browser/write-browser.ts';
import { inTransaction } from './in-transaction.ts';
import { keepFile } from './kept-file.ts';
import { type LogKinds, logKinds } from './logs/log-kinds.ts';
import { type LogReader, logReader } from './logs/read-logs.ts';
import { type LogFigures, type LogTrimmer, logTrimmer } from './logs/trim-logs.ts';
import { type LogWriter, logWriter } from './logs/write-logs.ts';
import { metricRoom } from './metrics/metric-room.ts';
import { type MetricReader, metricReader } from './metrics/read-metrics.ts';
import { metricTrimmer } from './metrics/trim-metrics.ts';
import { type MetricWriter, metricWriter } from './metrics/write-metrics.ts';
import { fileBytes } from './open-file.ts';
import { logShare, metricShare, type PruneLimits, type Pruner, pruner } from './prune.ts';
import { serviceHearer } from './rates/hear-services.ts';
import { type HeardReader, heardReader } from './rates/read-heard.ts';
import { type ServiceReader, serviceReader } from './rates/read-services.ts';
import { type WorkflowReader, workflowReader } from './rates/read-workflows.ts';
import { storeFile } from './schema.ts';
import { type StatementRunReader, statementRunReader } from './statements/read-statements.ts';
import { type TopologyReader, topologyReader } from './topology/read-topology.ts';
import { type MedianFinder, medianFinder } from './traces/median-trace.ts';
import { type TraceReader, traceReader } from './traces/read-trace.ts';
import { type TraceScatterer, traceScatterer } from './traces/scatter-traces.ts';
import { type TraceSearcher, traceSearcher } from './traces/search-traces.ts';
import { type SpanWriter, spanWriter } from './traces/write-spans.ts';
import { besideBytes } from './used-bytes.ts';

export interface StoreOptions extends PruneLimits {
  readonly dir: string;
  nowMs(): number;
  /** Told when the store was found unusable and begun anew. */
  onNote(note: string): void;
}

export interface StoreFigures {
  spans: number;
  logs: LogFigures;
  metricPoints: number;
  storeBytes: number;
  oldestSpanUs: number | undefined;
}

/** Spans since the start that came and are not here, by why. All of them were counted in the rates. */
export interface DroppedSpans {
  /** More came in than could be written, and nothing in their trace was worth more than others. */
  pressure: number;
  /** Their trace had as many as one may have. */
  traceFull: number;
  /** They had to make room. */
  room: number;
  /** They became too old. */
  age: number;
}

/** What is kept of what was sent. Reading and writing happen at once, in this process. */
export interface Store extends Disposable {
  /** Writes all of it, or throws; while it is pressed, ordinary traces stay out. Returns how many spans found their trace full. */
  write(arrivals: readonly Arrival[], isPressed?: boolean): number;
  /** Keeps how the alarms stand, all of it or nothing. */
  keepAlarms(work: (alarms: AlarmWriter) => void): void;
  /** Lets the oldest go, a few at a time; true when there is more to do. */
  pruneStep(): boolean;
  read<T>(look: (readers: Readers) => T): T;
  /** Tells of lines that were written, by their ids. */
  afterLogs(hear: (ids: readonly number[]) => void): Disposable;
  figures(): StoreFigures;
  /** Points of metrics that were not kept, of those that came since the start. */
  pointsLeftOut(): number;
  /** Spans that it does not have, or has no more. */
  dropped(): DroppedSpans;
  /** What it takes on the disk. */
  storeBytes(): number;
  /** How much of its room is taken, as a share. */
  usedShare(): number;
}

export interface Readers {
  readonly traces: TraceReader & TraceSearcher & TraceScatterer & MedianFinder;
  readonly topology: TopologyReader;
  readonly logs: LogReader;
  readonly services: ServiceReader;
  readonly metrics: MetricReader;
  readonly workflows: WorkflowReader;
  readonly heard: HeardReader;
  readonly metricWindows: MetricWindowReader;
  readonly alarms: AlarmReader;
  readonly browser: BrowserReader;
  readonly statements: StatementRunReader;
}

export function openStore(options: StoreOptions): Store {
  const { dir, onNote, nowMs } = options;
  const file = keepFile({ dir, form: storeFile, onNote, open: (db) => openParts(db, options) });
  const dropped = { pressure: 0, traceFull: 0 };
  const listeners = new Set<(ids: readonly number[]) => void>();
  return {
    write(arrivals, isPressed = false) {
      const { refused, leftOut, logIds } = file.use((parts) =>
        writeAll(parts, arrivals, { nowMs: nowMs(), isPressed }),
      );
      dropped.pressure += leftOut;
      dropped.traceFull += refused;
      if (logIds.length > 0) for (const hear of listeners) hear(logIds);
      return refused;
    },
    afterLogs(hear) {
      listeners.add(hear);
      return { [Symbol.dispose]: () => void listeners.delete(hear) };
    },
    keepAlarms: (work) => file.use(({ db, alarms }) => inTransaction(db, () => work(alarms))),
    pruneStep: () => file.use(({ pruner }) => pruner.step(nowMs())),
    read: (look) => file.use(({ readers }) => look(readers)),
    figures: () => file.use((parts) => figuresOf(parts, dir)),
    pointsLeftOut: () => file.use(({ metrics }) => metrics.leftOut()),
    dropped: () => ({ ...dropped, ...file.use(({ pruner }) => pruner.left()) }),
    storeBytes: () => fileBytes(dir, storeFile),
    usedShare: () => file.use(({ pruner }) => pruner.usedBytes() / (options.limitBytes - besideBytes)),
    [Symbol.dispose]: () => file[Symbol.dispose](),
  };
}

interface Parts {
  readonly db: DatabaseSync;
  readonly spans: SpanWriter;
  readonly logs: LogWriter;
  readonly logKinds: LogKinds;
  readonly logTrimmer: LogTrimmer;
  readonly metrics: MetricWriter;
  readonly hear: ReturnType<typeof serviceHearer>;
  readonly alarms: AlarmWriter;
  readonly browser: BrowserWriter;
  readonly pruner: Pruner;
  readonly readers: Readers;
}

function openParts(db: DatabaseSync, options: StoreOptions): Parts {
  const spans = spanWriter(db, options.nowMs);
  const kinds = logKinds(db);
  const trimmer = logTrimmer(db, kinds, options.limitBytes * logShare);
  const room = metricRoom(db);
  const metrics = metricWriter(db, room, options.limitBytes * metricShare);
  const metricLimits = { limitBytes: options.limitBytes * metricShare, onSeriesGone: metrics.forget };
  const metricsTrimmed = metricTrimmer(db, room, metricLimits);
  return {
    db,
    spans,
    logs: logWriter(db, kinds),
    logKinds: kinds,
    logTrimmer: trimmer,
    metrics,
    hear: serviceHearer(db),
    alarms: alarmWriter(db, options.limitBytes / 64),
    browser: browserWriter(db),
    pruner: pruner(db, options, { logs: trimmer, metrics: metricsTrimmed, onResourcesGone: spans.forget }),
    readers: {
      traces: {
        ...withBrowserSpans(db, traceReader(db)),
        ...traceSearcher(db),
        ...traceScatterer(db),
        ...medianFinder(db),
      },
      topology: topologyReader(db),
      logs: logReader(db),
      services: serviceReader(db),
      metrics: metricReader(db, options.nowMs),
      workflows: workflowReader(db),
      heard: heardReader(db),
      metricWindows: metricWindowReader(db),
      alarms: alarmReader(db),
      browser: browserReader(db),
      statements: statementRunReader(db),
    },
  };
}

interface Written {
  readonly refused: number;
  readonly leftOut: number;
  readonly logIds: number[];
}

interface Moment {
  readonly nowMs: number;
  readonly isPressed: boolean;
}

function writeAll(parts: Parts, arrivals: readonly Arrival[], { nowMs, isPressed }: Moment): Written {
  const { db, spans, logs, metrics, browser, hear } = parts;
  try {
    return inTransaction(db, () => {
      const { refused, leftOut } = spans.write(contentsOf(arrivals, 'traces'), nowMs, isPressed);
      const logIds = logs.write(contentsOf(arrivals, 'logs'), nowMs);
      metrics.write(contentsOf(arrivals, 'metrics'), nowMs);
      browser.writeSpans(contentsOf(arrivals, 'traces').filter(({ isUntrusted }) => isUntrusted));
      browser.writeEvents(contentsOf(arrivals, 'browser'));
      hear(arrivals, nowMs);
      return { refused, leftOut, logIds };
    });
  } catch (error) {
    spans.forget();
    parts.logKinds.forget();
    metrics.forget();
    throw error;
  }
}

type ContentOf<S extends Arrival['signal']> = Extract<Arrival, { signal: S }>['content'];

/** An arrival has the content of its signal. */
function contentsOf<S extends Arrival['signal']>(arrivals: readonly Arrival[], signal: S): ContentOf<S>[] {
  return arrivals.filter((arrival) => arrival.signal === signal).map(({ content }) => content as ContentOf<S>);
}

function figuresOf({ db, logTrimmer }: Parts, dir: string): StoreFigures {
  const count = (sql: string) => Number(db.prepare(sql).get()?.n);
  const oldest = db.prepare('select min(start_us) as us from traces').get()?.us;
  return {
    spans: count('select coalesce(sum(span_count), 0) as n from traces'),
    logs: logTrimmer.figures(),
    metricPoints: count('select count(*) as n from metric_series'),
    storeBytes: fileBytes(dir, storeFile),
    oldestSpanUs: oldest === null || oldest === undefined ? undefined : Number(oldest),
  };
}
