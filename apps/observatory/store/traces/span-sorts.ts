import type { DatabaseSync } from 'node:sqlite';
import type { FlatAttributes } from '../../otlp/records.ts';
import { hashOf } from './attribute-token.ts';

/** Keeps what spans of a sort share once, and gives it an id. */
export interface SpanSorts {
  /** Of the second span with these attributes and those after it; of the first nobody knows yet that there will be others. */
  idOf(shared: FlatAttributes, traceRow: number): number | undefined;
  /** To be called with every batch, before it is committed. */
  noteUse(): void;
  /** Forgets what it knows, after sorts have left or were not written after all. */
  forget(): void;
}

interface Known {
  readonly id: number;
  lastTrace: number;
}

/** What is found by its attributes looks through all of them. */
const mostSorts = 4000;
const mostSeenOnce = 10_000;
/** An id on each span costs about as much as so many bytes. */
const shortest = 16;
/** What is longer stays with its span: many of them would take more room than all spans. */
const longest = 16_384;

export function spanSorts(db: DatabaseSync): SpanSorts {
  const find = db.prepare('select id, last_trace from span_sorts where hash = ? and content = ?');
  const insert = db.prepare('insert into span_sorts (hash, content, last_trace) values (?, ?, ?)');
  const touch = db.prepare('update span_sorts set last_trace = max(last_trace, ?) where id = ?');
  const count = db.prepare('select count(*) as sorts from span_sorts');
  const known = new Map<string, Known>();
  const seenOnce = new Set<number>();
  const used = new Set<Known>();
  let room: number | undefined;

  function look(content: string, traceRow: number): Known | undefined {
    const hash = hashOf(content);
    const found = find.get(hash, content);
    if (found) return { id: Number(found.id), lastTrace: Number(found.last_trace) };
    if (!seenOnce.delete(hash)) {
      if (seenOnce.size >= mostSeenOnce) seenOnce.clear();
      seenOnce.add(hash);
      return undefined;
    }
    room ??= mostSorts - Number(count.get()?.sorts);
    if (room <= 0) return undefined;
    room -= 1;
    return { id: Number(insert.run(hash, content, traceRow).lastInsertRowid), lastTrace: traceRow };
  }

  return {
    idOf(shared, traceRow) {
      const content = JSON.stringify(shared);
      if (content.length < shortest || content.length > longest) return undefined;
      const one = known.get(content) ?? look(content, traceRow);
      if (!one) return undefined;
      known.set(content, one);
      if (traceRow > one.lastTrace) {
        one.lastTrace = traceRow;
        used.add(one);
      }
      return one.id;
    },
    noteUse() {
      for (const { id, lastTrace } of used) touch.run(lastTrace, id);
      used.clear();
    },
    forget() {
      known.clear();
      used.clear();
      room = undefined;
    },
  };
}
