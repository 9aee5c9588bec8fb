import type { DatabaseSync } from 'node:sqlite';
import type { ActivityKey, ActivityKeys } from './activity-keys.ts';

/** One session that worked or waited when it was looked. */
export interface SampledSession {
  readonly sessionId: string;
  readonly key: ActivityKey;
  readonly traceId: string | null;
}

/** What was learnt of a sample after it was taken. */
export interface SampleTag {
  readonly id: number;
  readonly traceId: string;
  /** The span that its statement is part of: its name is the action. */
  readonly parentSpanId: string | null;
  /** Null while that span has not come. */
  readonly action: string | null;
}

/** A sample whose trace is known and whose action is not. */
export interface UntoldSample {
  readonly id: number;
  readonly traceId: string;
  readonly parentSpanId: string;
}

export interface LookWriter {
  /** Notes that was looked in this second, and what was seen. The ids of the samples in their order; none when that second has been looked at before. */
  add(second: number, sessions: readonly SampledSession[]): number[];
  tag(tags: readonly SampleTag[]): void;
  untold(minute: number): UntoldSample[];
}

/** To be called within a transaction. */
export function lookWriter(db: DatabaseSync, keys: ActivityKeys): LookWriter {
  const insertLook = db.prepare('insert or ignore into looks (second, sessions) values (?, ?)');
  const insertSample = db.prepare('insert into samples (second, session_id, key, trace_id) values (?, ?, ?, ?)');
  const find = db.prepare('select second, key from samples where id = ?');
  const update = db.prepare('update samples set key = ?, trace_id = ?, parent_id = ? where id = ?');
  const untold = db.prepare(
    `select s.id, s.trace_id, s.parent_id from samples s join activity_keys k on k.id = s.key
     where s.second >= ? and s.second < ? and s.parent_id is not null and k.action = ''`,
  );

  function tagOne({ id, traceId, parentSpanId, action }: SampleTag): void {
    const sample = find.get(id);
    const key = sample && keys.get(Number(sample.key));
    if (!sample || !key) return;
    const minute = Math.floor(Number(sample.second) / 60);
    update.run(keys.idOf({ ...key, action: action ?? key.action }, minute), traceId, parentSpanId, id);
  }

  return {
    add(second, sessions) {
      if (insertLook.run(second, sessions.length).changes === 0) return [];
      const minute = Math.floor(second / 60);
      return sessions.map(({ sessionId, key, traceId }) =>
        Number(insertSample.run(second, sessionId, keys.idOf(key, minute), traceId).lastInsertRowid),
      );
    },
    tag(tags) {
      for (const tag of tags) tagOne(tag);
    },
    untold: (minute) =>
      untold.all(minute * 60, (minute + 1) * 60).map(({ id, trace_id, parent_id }) => ({
        id: Number(id),
        traceId: String(trace_id),
        parentSpanId: String(parent_id),
      })),
  };
}
