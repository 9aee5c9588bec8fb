import type { AlarmWriter } from './alarms/write-alarms.ts';
import type { Arrival } from './arrivals.ts';
import { inTransaction } from './in-transaction.ts';
import { keepFile } from './kept-file.ts';
import type { LogFigures } from './logs/trim-logs.ts';
import { fileBytes } from './open-file.ts';
import { openParts, type PartOptions, type Parts, type Readers } from './open-parts.ts';
import { salvageRunner } from './salvage/run-salvage.ts';
import { salvageInto } from './salvage/salvage.ts';
import { storeFile } from './schema.ts';
import { besideBytes } from './used-bytes.ts';
import { writeArrivals } from './write-arrivals.ts';

export interface StoreOptions extends PartOptions {
  readonly dir: string;
  /** Told when the store was found unusable and begun anew, and what of it was kept. */
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

export function openStore(options: StoreOptions): Store {
  const { dir, onNote, nowMs } = options;
  const salvage = salvageRunner((step) => file.use(step), onNote);
  const file = keepFile({
    dir,
    form: storeFile,
    onNote,
    open(db, damaged) {
      const saved = salvageInto(db, { dir, form: storeFile, limitBytes: options.limitBytes, damaged });
      const parts = openParts(db, options);
      salvage.start(saved);
      return parts;
    },
  });
  const dropped = { pressure: 0, traceFull: 0 };
  const listeners = new Set<(ids: readonly number[]) => void>();
  return {
    write(arrivals, isPressed = false) {
      const { refused, leftOut, logIds } = file.use((parts) => writeArrivals(parts, arrivals, nowMs(), isPressed));
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
    [Symbol.dispose]() {
      salvage[Symbol.dispose]();
      file[Symbol.dispose]();
    },
  };
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
