import { ByteWriter } from './byte-writer.ts';
import { envelopeParts, type ScopeRecords } from './envelope.ts';
import type { Sender } from './sender.ts';

export interface ExporterOptions {
  sender: Sender;
  /** The Resource that the records are of, as resourceBytes makes it. */
  resource: Buffer;
  delayMs: number;
  /** Told, at most once a minute, of records that were dropped since the last time, and why. */
  onDropped(dropped: number, reason: string): void;
  /** Bytes that may wait while others are on their way. */
  mostBytes?: number;
}

export interface ExporterStatus {
  sent: number;
  dropped: number;
  waiting: number;
}

/** Gathers records that are written already and sends them in batches. */
export interface Exporter extends AsyncDisposable {
  /** Lets `write` append one record of a scope, with its key. Drops it when there is no room. */
  add<Item>(scope: string, item: Item, write: (to: ByteWriter, item: Item) => void): void;
  status(): ExporterStatus;
}

interface Batch {
  writers: Map<string, ByteWriter>;
  bytes: number;
  count: number;
}

const usualMostBytes = 4 * 1024 * 1024;
const fullBytes = 256 * 1024;
const tellEveryMs = 60_000;
const noRoom = 'no_room';
/** The receiver took the request, and not all that was in it. */
const refused = 'rejected';

export function createExporter(options: ExporterOptions): Exporter {
  const { sender, resource, delayMs, mostBytes = usualMostBytes } = options;
  const status = { sent: 0, dropped: 0 };
  const drops = createDropNotes(options.onDropped);
  let batch = newBatch();
  let spare = newBatch();
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;

  function drop(count: number, reason: string): void {
    status.dropped += count;
    drops.note(count, reason);
  }

  async function send(full: Batch): Promise<void> {
    const delivery = await sender.send(envelopeParts(resource, recordsOf(full)));
    const rejected = Math.min(delivery.rejected, full.count);
    if (delivery.result !== 'sent') drop(full.count, delivery.result);
    else status.sent += full.count - rejected;
    if (rejected > 0) drop(rejected, refused);
    spare = emptied(full);
  }

  /** One request at a time; what comes meanwhile goes with the next. */
  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (underWay || batch.count === 0) return;
    const full = batch;
    batch = spare;
    underWay = send(full).finally(() => {
      underWay = undefined;
      if (batch.bytes >= fullBytes) flush();
      else if (batch.count > 0) timer ??= setTimeout(flush, delayMs).unref();
    });
  }

  return {
    add: (scope, item, write) => {
      if (batch.bytes >= mostBytes) return drop(1, noRoom);
      const to = writerOf(batch, scope);
      const before = to.length;
      write(to, item);
      batch.bytes += to.length - before;
      batch.count += 1;
      if (batch.bytes >= fullBytes && !underWay) flush();
      else timer ??= setTimeout(flush, delayMs).unref();
    },
    status: () => ({ ...status, waiting: batch.count }),
    [Symbol.asyncDispose]: async () => {
      while (underWay || batch.count > 0) {
        flush();
        await underWay;
      }
      clearTimeout(timer);
      drops.tell();
      sender[Symbol.dispose]();
    },
  };
}

function newBatch(): Batch {
  return { writers: new Map(), bytes: 0, count: 0 };
}

/** The bytes are kept to be written anew: what a second holds now, the next will hold again. */
function emptied({ writers }: Batch): Batch {
  for (const writer of writers.values()) writer.clear();
  return { writers, bytes: 0, count: 0 };
}

function writerOf({ writers }: Batch, scope: string): ByteWriter {
  const known = writers.get(scope);
  if (known) return known;
  const writer = new ByteWriter(16 * 1024);
  writers.set(scope, writer);
  return writer;
}

function recordsOf({ writers }: Batch): ScopeRecords[] {
  return [...writers].flatMap(([scope, writer]) => (writer.length > 0 ? [{ scope, records: writer.written() }] : []));
}

/** Adds up what was dropped, so that a receiver that is away makes one line a minute. */
function createDropNotes(onDropped: ExporterOptions['onDropped']) {
  let untold = 0;
  let reason = noRoom;
  let toldAt = Number.NEGATIVE_INFINITY;
  function tell(): void {
    if (untold === 0) return;
    const told = untold;
    untold = 0;
    // Before it is told: the line that tells it may have no room either.
    toldAt = performance.now();
    onDropped(told, reason);
  }
  return {
    tell,
    note: (count: number, why: string) => {
      untold += count;
      reason = why;
      if (performance.now() - toldAt >= tellEveryMs) tell();
    },
  };
}
