import type { DatabaseSync } from 'node:sqlite';
import { minuteMs } from '../rates/spans-of-time.ts';

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

/** Tells for a moment whether one of some services was heard of around it. */
export function heardReader(db: DatabaseSync) {
  const find = db.prepare('select minute from metric_heard where service = ? and minute between ? and ?');
  return (services: Iterable<string>, fromMs: number, toMs: number): ((fromMs: number, toMs: number) => boolean) => {
    const minutes = new Set<number>();
    const [first, last] = [Math.floor(fromMs / minuteMs) - reachMinutes, Math.floor(toMs / minuteMs) + reachMinutes];
    for (const service of services)
      for (const { minute } of find.all(service, first, last)) minutes.add(Number(minute));
    return (from, to) => {
      for (let at = Math.floor(from / minuteMs); at <= Math.floor((to - 1) / minuteMs) + reachMinutes; at += 1)
        if (minutes.has(at)) return true;
      return false;
    };
  };
}
