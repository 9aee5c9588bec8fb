import type { DatabaseSync } from 'node:sqlite';
import { minuteMs } from '../rates/spans-of-time.ts';
import type { Span } from './amounts.ts';

export interface HeardMinutes {
  /** Within a transaction. */
  note(service: string, timeMs: number): void;
  forget(): void;
}

/** Most export every ten seconds, some every minute. */
const reachMinutes = 1;
const mostServices = 200;

/** In which minutes metrics of a service came: nothing counted is then a zero, and else not known. */
export function heardMinutes(db: DatabaseSync): HeardMinutes {
  const insert = db.prepare('insert or ignore into metric_heard (service, minute) values (?, ?)');
  const last = new Map<string, number>();
  return {
    note(service, timeMs) {
      const minute = Math.floor(timeMs / minuteMs);
      if (last.get(service) === minute || (!last.has(service) && last.size >= mostServices)) return;
      insert.run(service, minute);
      last.set(service, minute);
    },
    forget: () => last.clear(),
  };
}

/** Whether one of some services was heard of in or around a time. */
export type WasHeard = (services: Iterable<string>, span: Span) => boolean;

/** Tells it for any part of a time; each service is read once. */
export function heardReader(db: DatabaseSync): (whole: Span) => WasHeard {
  const find = db.prepare('select minute from metric_heard where service = ? and minute between ? and ?');
  return (whole) => {
    const first = Math.floor(whole.fromMs / minuteMs) - reachMinutes;
    const last = Math.floor(whole.toMs / minuteMs) + reachMinutes;
    const known = new Map<string, ReadonlySet<number>>();

    function minutesOf(service: string): ReadonlySet<number> {
      const minutes = known.get(service) ?? new Set(find.all(service, first, last).map(({ minute }) => Number(minute)));
      known.set(service, minutes);
      return minutes;
    }

    return (services, { fromMs, toMs }) => {
      const heard = [...services].map(minutesOf).filter(({ size }) => size > 0);
      if (heard.length === 0) return false;
      for (let at = Math.floor(fromMs / minuteMs); at <= Math.floor((toMs - 1) / minuteMs) + reachMinutes; at += 1)
        if (heard.some((minutes) => minutes.has(at))) return true;
      return false;
    };
  };
}
