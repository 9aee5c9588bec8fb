import type { DatabaseSync } from 'node:sqlite';
import { minuteMs } from '../rates/spans-of-time.ts';
import { firstIdOf, msOfId } from './log-ids.ts';

/** Ids from one on, and below another. */
export interface IdRange {
  readonly fromId: number;
  readonly belowId: number;
}

const minutesAtOnce = 500;

/** How many lines are looked at before others get a turn: more of them as long as that is quick. */
export interface Pace {
  lines(): number;
  /** To be called after each stretch. Gives others their turn. */
  rest(): Promise<void>;
}

const quickMs = 12;
const slowMs = 30;
const fewestLines = 2000;
const mostLines = 2_000_000;

export function paceFrom(lines: number): Pace {
  let [pace, since] = [lines, performance.now()];
  return {
    lines: () => pace,
    async rest() {
      const took = performance.now() - since;
      if (took < quickMs) pace = Math.min(mostLines, pace * 2);
      if (took > slowMs) pace = Math.max(fewestLines, Math.floor(pace / 2));
      await new Promise(setImmediate);
      since = performance.now();
    },
  };
}

/** Cuts a range into stretches of about so many lines, the newest first, for work that others must not wait for. */
export function lineStretches(db: DatabaseSync) {
  const minutes = db.prepare(
    `select minute, sum(lines) as lines from log_minutes where minute <= ? and minute >= ?
     group by minute order by minute desc limit ${minutesAtOnce}`,
  );

  return function* stretches({ fromId, belowId }: IdRange, pace: Pace): Generator<IdRange> {
    let below = belowId;
    let room = pace.lines();
    for (let last = minuteOf(belowId - 1); ; ) {
      const found = minutes.all(last, minuteOf(fromId));
      for (const { minute, lines } of found) {
        const start = Number(minute) * minuteMs;
        const parts = Math.ceil(Number(lines) / pace.lines());
        for (let part = parts - 1; part > 0; part -= 1) {
          const cut = firstIdOf(start + (part * minuteMs) / parts);
          if (cut < below && cut > fromId) yield { fromId: cut, belowId: below };
          below = Math.min(below, cut);
        }
        room -= Number(lines);
        if (room > 0 || firstIdOf(start) >= below) continue;
        yield { fromId: Math.max(fromId, firstIdOf(start)), belowId: below };
        below = firstIdOf(start);
        room = pace.lines();
      }
      if (found.length < minutesAtOnce) break;
      last = Number(found.at(-1)?.minute) - 1;
    }
    if (below > fromId) yield { fromId, belowId: below };
  };
}

function minuteOf(id: number): number {
  return Math.floor(msOfId(id) / minuteMs);
}
