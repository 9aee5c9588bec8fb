import type { DatabaseSync } from 'node:sqlite';

export interface PlanWriter {
  /** Notes how a statement is done: one row from when to when, another one once it is done differently. */
  note(statement: number, planHash: string, atMs: number): void;
  forget(): void;
}

/** To be called within a transaction. */
export function planWriter(db: DatabaseSync): PlanWriter {
  const last = db.prepare('select id, plan_hash from plan_runs where statement = ? order by id desc limit 1');
  const insert = db.prepare(
    'insert into plan_runs (statement, plan_hash, first_seen_ms, last_seen_ms) values (?, ?, ?, ?)',
  );
  const prolong = db.prepare('update plan_runs set last_seen_ms = max(last_seen_ms, ?) where id = ?');
  const known = new Map<number, { id: number; planHash: string }>();

  function lastOf(statement: number): { id: number; planHash: string } | undefined {
    const remembered = known.get(statement);
    if (remembered) return remembered;
    const row = last.get(statement);
    return row && { id: Number(row.id), planHash: String(row.plan_hash) };
  }

  return {
    note(statement, planHash, atMs) {
      const before = lastOf(statement);
      if (before?.planHash === planHash) {
        prolong.run(atMs, before.id);
        known.set(statement, before);
        return;
      }
      const id = Number(insert.run(statement, planHash, atMs, atMs).lastInsertRowid);
      known.set(statement, { id, planHash });
    },
    forget: () => known.clear(),
  };
}
