import type { DatabaseSync } from 'node:sqlite';
import type { FlatAttributes, FromResource, LogLine, Resource } from '../../otlp/records.ts';
import { isSpanId, isTraceId } from '../../otlp/validity.ts';
import { splitNano } from '../nano.ts';
import { minuteMs } from '../rates/spans-of-time.ts';
import { type BatchRoom, batchRoom } from './batch-room.ts';
import { warnLevel } from './levels.ts';
import { idTaker, msOfId } from './log-ids.ts';
import { kindOf, type LogKind, type LogKinds } from './log-kinds.ts';
import { type Dimension, indexedText } from './log-words.ts';

export interface LogWriter {
  /** Within a transaction. Returns the ids of the lines, in the order of time. */
  write(arrivals: readonly FromResource<LogLine>[], nowMs: number): number[];
}

interface Dated {
  readonly line: LogLine;
  readonly resource: Resource;
  readonly us: number;
  readonly rest: number;
}

/** What a line takes beside its texts, and each of its fields in the index; measured. */
const lineBytes = 145;
const fieldBytes = 11;

export function logWriter(db: DatabaseSync, kinds: LogKinds): LogWriter {
  const ids = idTaker(db);
  const insert = db.prepare('insert into logs values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const index = db.prepare('insert into log_words (rowid, words) values (?, ?)');
  const count = db.prepare(
    `insert into log_minutes (minute, kind, lines, bytes) values (?, ?, ?, ?)
     on conflict do update set lines = lines + excluded.lines, bytes = bytes + excluded.bytes`,
  );
  const takeRoom = db.prepare('update log_room set lines = lines + ?, bytes = bytes + ? where is_loud = ?');

  function writeLine({ line, resource, us, rest }: Dated, room: BatchRoom): number {
    const { body, attributes } = line;
    const id = ids.take(Math.floor(us / 1000));
    const kind = kindOf(line, resource);
    const kindId = kinds.idOf(kind);
    const traceId = isTraceId(line.traceId) ? line.traceId : null;
    const spanId = isSpanId(line.spanId) ? line.spanId : null;
    const content = JSON.stringify(attributes);
    const bytes = bytesOf(body, content, Object.keys(attributes).length);
    insert.run(id, kindId, bytes, us, rest, traceId, spanId, body, content);
    index.run(BigInt(id), wordsOf({ body, traceId, attributes }, kind));
    room.add({ minute: Math.floor(msOfId(id) / minuteMs), kind: kindId, isLoud: kind.level >= warnLevel }, bytes);
    return id;
  }

  return {
    write(arrivals, arrivedMs) {
      ids.forget();
      // The index is quickest with ids that go up.
      const lines = dated(arrivals, arrivedMs).sort((one, other) => one.us - other.us);
      const room = batchRoom();
      const written = lines.map((line) => writeLine(line, room));
      for (const { minute, kind, isLoud, lines, bytes } of room.all()) {
        count.run(minute, kind, lines, bytes);
        takeRoom.run(lines, bytes, isLoud ? 1 : 0);
      }
      return written;
    },
  };
}

/** What a line is found by. */
export function wordsOf(
  { body, traceId, attributes }: { body: string; traceId: string | null; attributes: FlatAttributes },
  kind: Pick<LogKind, 'service' | 'instance' | 'level'>,
): string {
  const dimensions: [Dimension, string][] = [
    ['service', kind.service],
    ['instance', instanceName(kind)],
    ['level', String(kind.level)],
  ];
  if (traceId !== null) dimensions.push(['trace', traceId]);
  return indexedText(body, dimensions, attributes);
}

/** A process of a service; one that does not tell its processes apart is one. */
export function instanceName({ service, instance }: { service: string; instance: string }): string {
  return instance === '' ? service : instance;
}

function dated(arrivals: readonly FromResource<LogLine>[], arrivedMs: number): Dated[] {
  return arrivals.flatMap(({ items, resource }) =>
    items.map((line) => {
      // A line that says nothing of when was written as it came.
      const { us, rest } = line.timeNano > 0n ? splitNano(line.timeNano) : { us: arrivedMs * 1000, rest: 0 };
      return { line, resource, us, rest };
    }),
  );
}

/** About what the line comes to in the file, the index with it. */
function bytesOf(body: string, content: string, fields: number): number {
  return Math.ceil(Buffer.byteLength(body) * 1.5 + Buffer.byteLength(content) * 1.1 + lineBytes + fields * fieldBytes);
}
