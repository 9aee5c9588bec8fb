import type { DatabaseSync } from 'node:sqlite';
import { type DurationLevel, durationLevels, levelWithin } from './duration-levels.ts';
import { type RequestKind, requestKinds } from './request-kind.ts';
import { keepStepsMs, minuteMs, stepMs } from './spans-of-time.ts';

/** The requests of a workflow of a service. */
export interface WorkflowSelection {
  readonly service: string;
  readonly workflow: string;
  /** All kinds when left out. */
  readonly kinds?: readonly RequestKind[];
}

export interface RequestSums {
  readonly requests: number;
  readonly errors: number;
  /** Of those without an error, how many stayed within the time that was asked about. */
  readonly within: number;
}

export interface WorkflowReader {
  /** Of the last `windowMs`: by steps of ten seconds where the window is short, else by minute. */
  sums(selection: WorkflowSelection, windowMs: number, nowMs: number, withinMs?: DurationLevel): RequestSums;
  /** When the first of what is kept was counted. */
  keptSinceMs(selection: WorkflowSelection): number | undefined;
}

const hourMinutes = 60;
/** Hours are remembered once so much time has passed that nothing comes late for them. */
const settledMinutes = 60;
const mostRemembered = 20_000;

type Part = readonly [service: string, workflow: string, kind: string, level: number];
type SumBetween = (part: Part, from: number, to: number) => RequestSums;

export function workflowReader(db: DatabaseSync): WorkflowReader {
  const ofSteps = sumBetween(db, 'workflow_steps');
  const ofMinutes = rememberingHours(sumBetween(db, 'workflow_minutes'));
  const first = db.prepare(
    'select min(at) as first from workflow_minutes where service = ? and workflow = ? and kind = ?',
  );

  return {
    sums({ service, workflow, kinds = requestKinds }, windowMs, nowMs, withinMs) {
      const isShort = windowMs <= keepStepsMs;
      const [sum, atMs] = isShort ? [ofSteps, stepMs] : [ofMinutes, minuteMs];
      const level = withinMs === undefined ? durationLevels.length : levelWithin(withinMs);
      const [from, to] = [Math.floor((nowMs - windowMs) / atMs) + 1, Math.floor(nowMs / atMs) + 1];
      return addUp(kinds.map((kind) => sum([service, workflow, kind, level], from, to)));
    },
    keptSinceMs({ service, workflow, kinds = requestKinds }) {
      const found = kinds.flatMap((kind) => first.get(service, workflow, kind)?.first ?? []);
      return found.length === 0 ? undefined : Math.min(...found.map(Number)) * minuteMs;
    },
  };
}

function sumBetween(db: DatabaseSync, table: string): SumBetween {
  const sum = db.prepare(
    `select coalesce(sum(requests), 0) as requests, coalesce(sum(errors), 0) as errors,
       coalesce(sum(case when level <= ?4 then requests - errors end), 0) as within
     from ${table} where service = ?1 and workflow = ?2 and kind = ?3 and at >= ?5 and at < ?6`,
  );
  return (part, from, to) => {
    const { requests, errors, within } = sum.get(...part, from, to) ?? {};
    return { requests: Number(requests), errors: Number(errors), within: Number(within) };
  };
}

/** Adds up whole hours that are long over only once: days are read every few seconds. */
function rememberingHours(sum: SumBetween): SumBetween {
  const remembered = new Map<string, RequestSums>();

  function hourOf(part: Part, hour: number): RequestSums {
    const key = [...part, hour].join('\n');
    const known = remembered.get(key) ?? sum(part, hour * hourMinutes, (hour + 1) * hourMinutes);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, known);
    return known;
  }

  return (part, from, to) => {
    const firstHour = Math.ceil(from / hourMinutes);
    const endHour = Math.floor((to - settledMinutes) / hourMinutes);
    if (endHour <= firstHour) return sum(part, from, to);
    const hours = Array.from({ length: endHour - firstHour }, (_, at) => hourOf(part, firstHour + at));
    return addUp([sum(part, from, firstHour * hourMinutes), ...hours, sum(part, endHour * hourMinutes, to)]);
  };
}

function addUp(sums: readonly RequestSums[]): RequestSums {
  const total = { requests: 0, errors: 0, within: 0 };
  for (const { requests, errors, within } of sums) {
    total.requests += requests;
    total.errors += errors;
    total.within += within;
  }
  return total;
}
