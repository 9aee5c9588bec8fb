import type { DatabaseSync } from 'node:sqlite';

/** What a session did and waited for, as far as it is known. Samples of equal keys add up. */
export interface ActivityKey {
  readonly waitClass: string;
  readonly event: string;
  readonly statementId: string;
  readonly module: string;
  readonly action: string;
}

export interface ActivityKeys {
  idOf(key: ActivityKey, minute: number): number;
  get(id: number): ActivityKey | undefined;
  /** Forgets what it knows of the table, after keys have left. */
  forget(): void;
}

const mostRemembered = 5000;
const longestPart = 200;

export function activityKeys(db: DatabaseSync): ActivityKeys {
  const upsert = db.prepare(
    `insert into activity_keys (wait_class, event, statement_id, module, action, last_minute) values (?, ?, ?, ?, ?, ?)
     on conflict do update set last_minute = max(last_minute, excluded.last_minute) returning id`,
  );
  const find = db.prepare('select * from activity_keys where id = ?');
  const known = new Map<string, { id: number; minute: number }>();

  return {
    idOf(key, minute) {
      const parts = [key.waitClass, key.event, key.statementId, key.module, key.action].map((part) =>
        part.slice(0, longestPart),
      );
      const name = JSON.stringify(parts);
      const remembered = known.get(name);
      if (remembered && remembered.minute >= minute) return remembered.id;
      const id = Number(upsert.get(...parts, minute)?.id);
      if (known.size >= mostRemembered) known.clear();
      known.set(name, { id, minute });
      return id;
    },
    get(id) {
      const row = find.get(id);
      return row && asActivityKey(row);
    },
    forget: () => known.clear(),
  };
}

export function asActivityKey(row: Record<string, unknown>): ActivityKey {
  return {
    waitClass: String(row.wait_class),
    event: String(row.event),
    statementId: String(row.statement_id),
    module: String(row.module),
    action: String(row.action),
  };
}
