import { type Fate, type FateStatus, noRoom } from '../receivers/fate.ts';
import { ByteWriter } from './byte-writer.ts';
import { envelopeParts, type ScopeRecords } from './envelope.ts';
import type { Sender } from './sender.ts';

export interface ExporterOptions {
  sender: Sender;
  /** The Resource that the records are of, as resourceBytes makes it. */
  resource: Buffer;
  delayMs: number;
  fate: Fate;
  /** Bytes that may wait while others are on their way. */
  mostBytes?: number;
}

export interface ExporterStatus extends FateStatus {
  /** Not sent yet, those on their way included. */
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

export function createExporter(options: ExporterOptions): Exporter {
  const { sender, resource, delayMs, fate, mostBytes = usualMostBytes } = options;
  let batch = newBatch();
  let spare = newBatch();
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;
  let sending = 0;

  async function send(full: Batch): Promise<void> {
    sending = full.count;
    const { result, rejected } = await sender.send(envelopeParts(resource, recordsOf(full)));
    fate.came(full.count, result, rejected);
    sending = 0;
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
      if (batch.bytes >= mostBytes) return fate.dropped(1, noRoom);
      const to = writerOf(batch, scope);
      const before = to.length;
      write(to, item);
      batch.bytes += to.length - before;
      batch.count += 1;
      if (batch.bytes >= fullBytes && !underWay) flush();
      else timer ??= setTimeout(flush, delayMs).unref();
    },
    status: () => ({ ...fate.status(), waiting: batch.count + sending }),
    [Symbol.asyncDispose]: async () => {
      sender.hurry();
      while (underWay || batch.count > 0) {
        flush();
        await underWay;
      }
      clearTimeout(timer);
      fate.tell();
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
