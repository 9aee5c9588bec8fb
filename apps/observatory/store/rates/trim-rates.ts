import type { DatabaseSync } from 'node:sqlite';
import { keepMinutesMs, keepStepsMs, minuteMs, stepMs } from './spans-of-time.ts';

const everyMs = 60_000;
const everyMsWhenFull = 10_000;
const hourMinutes = 60;
const hourMs = hourMinutes * minuteMs;
/** Of the room for what is counted. */
const shares = { requests: 3 / 8, workflowMinutes: 3 / 8, workflowSteps: 2 / 8 };
const workflowRowBytes = 70;

/** Keeps what is counted to an age and a number of bytes: the oldest goes. To be called in a transaction; it looks now and then. */
export function rateTrimmer(db: DatabaseSync, mostBytes: number): (nowMs: number, isFull: boolean) => void {
  const trimRequests = requestTrimmer(db, mostBytes * shares.requests);
  const trimWorkflows = workflowTrimmer(db, mostBytes);
  const deleteSpans = db.prepare('delete from service_minutes where minute < ?');
  let lastMs = 0;

  return (nowMs, isFull) => {
    if (nowMs - lastMs < (isFull ? everyMsWhenFull : everyMs)) return;
    lastMs = nowMs;
    deleteSpans.run((nowMs - keepMinutesMs) / minuteMs);
    trimRequests(nowMs);
    trimWorkflows(nowMs);
  };
}

/** Looks at one hour after the other, and at those that are over only once. */
function requestTrimmer(db: DatabaseSync, mostBytes: number): (nowMs: number) => void {
  const deleteBefore = db.prepare('delete from request_minutes where minute < ?');
  const first = db.prepare('select min(minute) as first from request_minutes');
  const bytes = 'sum(octet_length(service) + octet_length(name) + octet_length(workflow) + 30)';
  const ofHour = 'from request_minutes where minute >= ? and minute < ?';
  const bytesIn = db.prepare(`select coalesce(${bytes}, 0) as bytes ${ofHour}`);
  const lastIn = db.prepare(`select minute, ${bytes} as bytes ${ofHour} group by 1 order by 1 desc`);
  const known = new Map<number, number>();

  function bytesOf(hour: number, isOver: boolean): number {
    const found = known.get(hour) ?? Number(bytesIn.get(hour * hourMinutes, (hour + 1) * hourMinutes)?.bytes);
    if (isOver) known.set(hour, found);
    return found;
  }

  return (nowMs) => {
    deleteBefore.run((nowMs - keepMinutesMs) / minuteMs);
    const firstHour = Math.floor(Number(first.get()?.first ?? 0) / hourMinutes);
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
      deleteBefore.run(firstThatFits(lastIn.all(hour * hourMinutes, (hour + 1) * hourMinutes), room));
      return;
    }
  };
}

/** Of the minutes of an hour, the newest first, the last one that there is room for. */
function firstThatFits(rows: readonly Record<string, unknown>[], mostBytes: number): number {
  let room = mostBytes;
  for (const { minute, bytes } of rows) {
    room -= Number(bytes);
    if (room < 0) return Number(minute) + 1;
  }
  return 0;
}

function workflowTrimmer(db: DatabaseSync, mostBytes: number) {
  const groups = workflowGroups(db);
  const tables = [
    { table: 'workflow_minutes', keepMs: keepMinutesMs, atMs: minuteMs, share: shares.workflowMinutes },
    { table: 'workflow_steps', keepMs: keepStepsMs, atMs: stepMs, share: shares.workflowSteps },
  ].map(({ table, share, ...ages }) => ({
    ...ages,
    mostRows: Math.floor((mostBytes * share) / workflowRowBytes),
    count: db.prepare(`select count(*) as rows, min(at) as first, max(at) as last from ${table}`),
    deleteBefore: db.prepare(`delete from ${table} where service = ? and workflow = ? and kind = ? and at < ?`),
  }));

  return (nowMs: number): void => {
    for (const { keepMs, atMs, mostRows, count, deleteBefore } of tables) {
      const { rows, first, last } = count.get() ?? {};
      const cut = (nowMs - keepMs) / atMs;
      // When there are too many, half of the time goes.
      const isTooMany = Number(rows) > mostRows;
      const from = isTooMany ? Math.max(cut, (Number(first) + Number(last)) / 2) : cut;
      for (const group of groups()) deleteBefore.run(...group, from);
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
