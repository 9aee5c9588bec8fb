import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { type ActivityWindow, rawMinutes } from '../activity-steps.ts';
import { type ActivityKey, asActivityKey } from './activity-keys.ts';
import { hourWide, minuteWide } from './schema.ts';

/** Seconds that sessions spent, by wait class. */
export type Spent = Record<string, number>;

export interface ActivityStep {
  looks: number;
  readonly spent: Spent;
}

export interface Activity {
  readonly steps: ActivityStep[];
  readonly byKey: { readonly key: ActivityKey; readonly sessions: number }[];
  readonly byTrace: { readonly traceId: string; readonly waitClass: string; readonly sessions: number }[];
  /** Seconds in which was looked since samples are kept with their traces. */
  readonly rawLooks: number;
}

export interface ActivityReader {
  /** Of one statement, or of all. */
  read(window: ActivityWindow, statementId?: string): Activity;
}

const mostTraces = 200;

export function activityReader(db: DatabaseSync): ActivityReader {
  const lastRolled = db.prepare(
    `select max(at) as at from steps where width = ${minuteWide} and is_rolled = 1 and at < ?`,
  );
  const findKey = db.prepare('select * from activity_keys where id = ?');
  const rawLooks = db.prepare('select count(*) as looks from looks where second >= ?');
  const traces = db.prepare(
    `select s.trace_id, k.wait_class, count(*) as sessions from samples s join activity_keys k on k.id = s.key
     where s.second >= ?1 and s.trace_id is not null and (?2 is null or k.statement_id = ?2) group by 1, 2 order by 3 desc limit ${mostTraces}`,
  );
  return {
    read(window, statementId) {
      const { from, stepSeconds } = window;
      const windowEnd = from + window.steps * stepSeconds;
      const source = sourceOf(window, (Number(lastRolled.get(windowEnd / 60)?.at ?? 0) + 1) * 60);
      const stepOf = `cast((at - ${from}) / ${stepSeconds} as integer) as step`;
      const looks = db.prepare(`select ${stepOf}, sum(looks) as looks from (${source.looks}) group by 1`);
      const spent = db.prepare(
        `select ${stepOf}, key, sum(sessions) as sessions from (${source.activity}) group by 1, 2`,
      );
      const keyOf = (id: number) => {
        const key = asActivityKey(findKey.get(id) ?? {});
        return statementId === undefined || key.statementId === statementId ? key : undefined;
      };
      const rawFrom = Math.max(from, windowEnd - rawMinutes * 60);
      return {
        ...addUp(window, looks.all(), spent.all(), keyOf),
        byTrace: traces.all(rawFrom, statementId ?? null).map(toTraceShare),
        rawLooks: Number(rawLooks.get(rawFrom)?.looks),
      };
    },
  };
}

/** What is kept of the window, by second or by minute with what is not added up yet; `at` is a second. */
function sourceOf({ from, stepSeconds }: ActivityWindow, firstRaw: number) {
  if (stepSeconds < 60)
    return {
      looks: `select second as at, 1 as looks from looks where second >= ${from}`,
      activity: `select second as at, key, 1 as sessions from samples where second >= ${from}`,
    };
  const rolled = `width = ${stepSeconds < 3600 ? minuteWide : hourWide} and at >= ${from / 60}`;
  const raw = `second >= ${Math.max(from, firstRaw)}`;
  return {
    looks: `select at * 60 as at, looks from steps where ${rolled} union all select second, 1 from looks where ${raw}`,
    activity: `select at * 60 as at, key, sessions from activity_steps where ${rolled}
      union all select second, key, 1 from samples where ${raw}`,
  };
}

type Rows = Record<string, SQLOutputValue>[];

type FindKey = (id: number) => ActivityKey | undefined;

/** A key that is not found is not asked for. */
function addUp(window: ActivityWindow, looks: Rows, spent: Rows, findKey: FindKey) {
  const steps = Array.from({ length: window.steps }, (): ActivityStep => ({ looks: 0, spent: {} }));
  const keys = new Map<number, { key: ActivityKey; sessions: number }>();
  for (const row of looks) {
    const step = steps[Number(row.step)];
    if (step) step.looks = Number(row.looks);
  }
  for (const row of spent) {
    const [id, sessions, step] = [Number(row.key), Number(row.sessions), steps[Number(row.step)]];
    const key = keys.get(id)?.key ?? findKey(id);
    if (!step || !key) continue;
    const known = keys.get(id) ?? { key, sessions: 0 };
    known.sessions += sessions;
    keys.set(id, known);
    step.spent[known.key.waitClass] = (step.spent[known.key.waitClass] ?? 0) + sessions;
  }
  return { steps, byKey: [...keys.values()] };
}

function toTraceShare({ trace_id, wait_class, sessions }: Rows[number]) {
  return { traceId: String(trace_id), waitClass: String(wait_class), sessions: Number(sessions) };
}
