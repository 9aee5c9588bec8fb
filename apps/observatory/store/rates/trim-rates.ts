import type { DatabaseSync } from 'node:sqlite';
import { keepMinutesMs, keepStepsMs, minuteMs, stepMs } from './spans-of-time.ts';

const everyMs = 60_000;
const everyMsWhenFull = 10_000;
const hourMs = 3_600_000;
/** Of the room for what is counted. */
const shares = { requestMinutes: 3 / 8, requestSteps: 1 / 8, workflows: 3 / 8 };
const workflowRowBytes = 70;

/** Keeps what is counted to an age and a number of bytes: the oldest goes. To be called in a transaction; it looks now and then. */
export function rateTrimmer(db: DatabaseSync, mostBytes: number): (nowMs: number, isFull: boolean) => void {
  const minutes = requestTrimmer(db, { table: 'request_minutes', at: 'minute', atMs: minuteMs });
  const steps = requestTrimmer(db, { table: 'request_steps', at: 'step', atMs: stepMs });
  const trimWorkflows = workflowTrimmer(db, mostBytes * shares.workflows);
  const deleteSpans = db.prepare('delete from service_minutes where minute < ?');
  let lastMs = 0;

  return (nowMs, isFull) => {
    if (nowMs - lastMs < (isFull ? everyMsWhenFull : everyMs)) return;
    lastMs = nowMs;
    deleteSpans.run((nowMs - keepMinutesMs) / minuteMs);
    minutes(nowMs, keepMinutesMs, mostBytes * shares.requestMinutes);
    steps(nowMs, keepStepsMs, mostBytes * shares.requestSteps);
    trimWorkflows(nowMs);
  };
}

interface RequestTable {
  readonly table: string;
  readonly at: string;
  readonly atMs: number;
}

/** Looks at one hour after the other, and at those that are over only once. */
function requestTrimmer(db: DatabaseSync, { table, at, atMs }: RequestTable) {
  const deleteBefore = db.prepare(`delete from ${table} where ${at} < ?`);
  const first = db.prepare(`select min(${at}) as first from ${table}`);
  const bytesIn = db.prepare(
    `select coalesce(sum(octet_length(service) + octet_length(name) + octet_length(workflow) + 30), 0) as bytes
     from ${table} where ${at} >= ? and ${at} < ?`,
  );
  const lastIn = db.prepare(
    `select ${at} as at, sum(octet_length(service) + octet_length(name) + octet_length(workflow) + 30) as bytes
     from ${table} where ${at} >= ? and ${at} < ? group by 1 order by 1 desc`,
  );
  const known = new Map<number, number>();
  const perHour = hourMs / atMs;

  function bytesOf(hour: number, isOver: boolean): number {
    const found = known.get(hour) ?? Number(bytesIn.get(hour * perHour, (hour + 1) * perHour)?.bytes);
    if (isOver) known.set(hour, found);
    return found;
  }

  return (nowMs: number, keepMs: number, mostBytes: number): void => {
    deleteBefore.run((nowMs - keepMs) / atMs);
    const firstHour = Math.floor(Number(first.get()?.first ?? 0) / perHour);
    const thisHour = Math.floor(nowMs / hourMs);
    for (const hour of known.keys()) if (hour < firstHour) known.delete(hour);
    let room = mostBytes;
    for (let hour = thisHour + 1; hour >= firstHour && firstHour > 0; hour -= 1) {
      const bytes = bytesOf(hour, hour < thisHour - 1);
      if (bytes <= room) {
        room -= bytes;
        continue;
      }
      known.delete(hour);
      deleteBefore.run(firstThatFits(lastIn.all(hour * perHour, (hour + 1) * perHour), room));
      return;
    }
  };
}

/** Of the times of an hour, the newest first, the last one that there is room for. */
function firstThatFits(rows: readonly Record<string, unknown>[], mostBytes: number): number {
  let room = mostBytes;
  for (const { at, bytes } of rows) {
    room -= Number(bytes);
    if (room < 0) return Number(at) + 1;
  }
  return 0;
}

function workflowTrimmer(db: DatabaseSync, mostBytes: number) {
  const groups = workflowGroups(db);
  const mostRows = Math.floor(mostBytes / workflowRowBytes);
  const [minutes, steps] = ['workflow_minutes', 'workflow_steps'].map((table) => ({
    count: db.prepare(`select count(*) as rows, min(at) as first, max(at) as last from ${table}`),
    deleteBefore: db.prepare(`delete from ${table} where service = ? and workflow = ? and kind = ? and at < ?`),
  }));

  return (nowMs: number): void => {
    const ages = [
      { table: minutes, cut: (nowMs - keepMinutesMs) / minuteMs },
      { table: steps, cut: (nowMs - keepStepsMs) / stepMs },
    ];
    for (const { table, cut } of ages) {
      if (!table) continue;
      const { rows, first, last } = table.count.get() ?? {};
      // When there are too many, half of the time goes.
      const isTooMany = Number(rows) > mostRows;
      const from = isTooMany ? Math.max(cut, (Number(first) + Number(last)) / 2) : cut;
      for (const group of groups()) table.deleteBefore.run(...group, from);
    }
  };
}

type Group = readonly [service: string, workflow: string, kind: string];

/** Each once, from one to the next: to look at every row for that takes long. */
function workflowGroups(db: DatabaseSync): () => Group[] {
  const next = db.prepare(
    `select service, workflow, kind from workflow_minutes where (service, workflow, kind) > (?, ?, ?)
     order by service, workflow, kind limit 1`,
  );
  return () => {
    const groups: Group[] = [];
    for (let row = next.get('', '', ''); row !== undefined; ) {
      const group: Group = [String(row.service), String(row.workflow), String(row.kind)];
      groups.push(group);
      row = next.get(...group);
    }
    return groups;
  };
}
