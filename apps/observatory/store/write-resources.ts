import type { DatabaseSync } from 'node:sqlite';
import type { Resource } from '../otlp/records.ts';

/** Gives resources their ids. What most spans share is written once. */
export interface ResourceWriter {
  idOf(resource: Resource, traceRow: number): number;
  /** To be called with every batch, before it is committed. */
  noteUse(): void;
  /** Forgets what it knows, after resources have left or were not written after all. */
  forget(): void;
}

interface Known {
  readonly id: number;
  lastTrace: number;
}

const mostRemembered = 1000;
const mostCharacters = 4 * 1024 * 1024;

export function resourceWriter(db: DatabaseSync): ResourceWriter {
  const find = db.prepare('select id from resources where content = ?');
  const insert = db.prepare('insert into resources (content, service, last_trace) values (?, ?, ?)');
  const touch = db.prepare('update resources set last_trace = max(last_trace, ?) where id = ?');
  const known = new Map<string, Known>();
  let characters = 0;
  let byObject = new WeakMap<Resource, Known>();
  const used = new Set<Known>();

  function look(resource: Resource, traceRow: number): Known {
    const content = JSON.stringify(resource.attributes);
    const remembered = known.get(content);
    if (remembered) return remembered;
    const id = find.get(content)?.id ?? insert.run(content, resource.service, traceRow).lastInsertRowid;
    if (known.size >= mostRemembered || characters > mostCharacters) clear();
    const added = { id: Number(id), lastTrace: traceRow };
    known.set(content, added);
    characters += content.length;
    return added;
  }

  function clear(): void {
    known.clear();
    characters = 0;
  }

  return {
    idOf(resource, traceRow) {
      const one = byObject.get(resource) ?? look(resource, traceRow);
      byObject.set(resource, one);
      one.lastTrace = Math.max(one.lastTrace, traceRow);
      used.add(one);
      return one.id;
    },
    noteUse() {
      for (const { id, lastTrace } of used) touch.run(lastTrace, id);
      used.clear();
    },
    forget() {
      clear();
      byObject = new WeakMap();
      used.clear();
    },
  };
}
