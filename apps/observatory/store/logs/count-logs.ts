import type { DatabaseSync } from 'node:sqlite';
import { minuteMs } from '../rates/spans-of-time.ts';
import type { Row } from '../rows.ts';
import { conditionsOf, type LogConditions, type LogSearch } from './log-conditions.ts';
import { firstIdOf, msOfId } from './log-ids.ts';
import { linesPerMs } from './schema.ts';
import { selectLines } from './select-lines.ts';
import { stepFor } from './steps.ts';
import { type IdRange, type lineStretches, paceFrom } from './stretches.ts';
import { type LogTally, newTally, tallyLines } from './tally-lines.ts';

export interface LogCounts extends LogTally {
  readonly fromMs: number;
  readonly toMs: number;
  readonly stepMs: number;
  /** How far back lines were counted, when it took too long for all of them. */
  readonly countedBackToMs: number | undefined;
}

export interface CountedLogs {
  /** How many lines fit: over time by how bad they are, and by what they have in common. */
  count(search: LogSearch, nowMs: number): Promise<LogCounts>;
}

const linesAtOnce = 5000;
const minutesAtOnce = 240;
const patienceMs = 400;
const emptyWindowMs = 3_600_000;

export function logCounter(db: DatabaseSync, stretches: ReturnType<typeof lineStretches>): CountedLogs {
  const earliest = db.prepare('select min(minute) as minute from log_minutes where minute >= ?');
  const kinds = db.prepare('select * from log_kinds');
  const ofMinutes = (stepMs: number) =>
    db.prepare(
      `select kind, minute * ${minuteMs} / ${stepMs} as step, sum(lines) as lines from log_minutes
       where minute >= ? and minute < ? group by 1, 2`,
    );

  /** The first minute with lines, from one on. */
  function minuteFrom(first: number): number | undefined {
    const minute = earliest.get(first)?.minute;
    return typeof minute === 'number' ? minute : undefined;
  }

  function windowOf({ fromMs, toMs }: LogSearch, nowMs: number) {
    const to = toMs ?? nowMs;
    const oldest = minuteFrom(0);
    const from = fromMs ?? (oldest === undefined ? to - emptyWindowMs : Math.min(oldest * minuteMs, to));
    return { fromMs: from, toMs: to, stepMs: stepFor(to - from) };
  }

  function countedIn(conditions: LogConditions, range: IdRange, stepMs: number): Row[] {
    const columns = `l.kind as kind, l.id / ${linesPerMs * stepMs} as step, count(*) as lines`;
    return selectLines(db, { columns, conditions, range, tail: 'group by 1, 2' });
  }

  /** What is asked of kinds alone is counted already, by minute: only the ends of the window are looked at line by line. */
  async function countKinds(search: LogSearch, window: ReturnType<typeof windowOf>, tally: LogTally): Promise<void> {
    const { fromMs, toMs, stepMs } = window;
    const whole = { from: Math.ceil(fromMs / minuteMs), to: Math.floor(toMs / minuteMs) };
    const minutes = ofMinutes(stepMs);
    // A window may be far longer than there are lines.
    for (let from = minuteFrom(whole.from); from !== undefined && from < whole.to; ) {
      const to = Math.min(whole.to, from + minutesAtOnce);
      tallyLines(tally, minutes.all(from, to), kinds.all(), search);
      await new Promise(setImmediate);
      from = minuteFrom(to);
    }
    const conditions = conditionsOf(search);
    for (const [from, to] of [
      [fromMs, whole.from * minuteMs],
      [whole.to * minuteMs, toMs],
    ] as const)
      tallyLines(
        tally,
        countedIn(conditions, { fromId: firstIdOf(from), belowId: firstIdOf(to) }, stepMs),
        kinds.all(),
        search,
      );
  }

  return {
    async count(search, nowMs) {
      const window = windowOf(search, nowMs);
      const { fromMs, toMs, stepMs } = window;
      const tally = newTally();
      const conditions = conditionsOf({ ...search, fromMs, toMs });
      const isOfKinds = search.q === undefined && search.traceId === undefined && search.instance === undefined;
      if (isOfKinds && stepMs >= minuteMs) {
        await countKinds({ ...search, fromMs, toMs }, window, tally);
        return { ...window, ...tally, countedBackToMs: undefined };
      }
      const deadline = performance.now() + patienceMs;
      const pace = paceFrom(linesAtOnce);
      for (const range of stretches(conditions, pace)) {
        tallyLines(tally, countedIn(conditions, range, stepMs), kinds.all(), search);
        if (performance.now() > deadline && range.fromId > conditions.fromId)
          return { ...window, ...tally, countedBackToMs: msOfId(range.fromId) };
        await pace.rest();
      }
      return { ...window, ...tally, countedBackToMs: undefined };
    },
  };
}
