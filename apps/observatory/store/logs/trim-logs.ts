import type { DatabaseSync } from 'node:sqlite';
import { minuteMs } from '../rates/spans-of-time.ts';
import { levels, warnLevel } from './levels.ts';
import { firstIdOf, msOfId } from './log-ids.ts';
import type { LogKinds } from './log-kinds.ts';

export interface LogFigures {
  lines: number;
  /** Warnings and worse among them. */
  loudLines: number;
  bytes: number;
  limitBytes: number;
  oldestMs: number | undefined;
}

export interface LogTrimmer {
  /** Lets the oldest go, a bounded number of them; true when there is more to do. To be called in a transaction. */
  step(oldestMs: number): boolean;
  figures(): LogFigures;
}

const linesAtOnce = 500;
/** Of the room, for warnings and worse, once it is tight; what happened around them has the rest. */
const loudShare = 1 / 2;
const sweepEvery = 200;

/** Keeps the lines to a number of bytes: ordinary ones make room first, as long as they have more than their half. */
export function logTrimmer(db: DatabaseSync, kinds: LogKinds, limitBytes: number): LogTrimmer {
  const statements = prepareAll(db);
  let steps = 0;

  function roomOf() {
    const read = (isLoud: number) => {
      const row = statements.room.get(isLoud);
      return { lines: Number(row?.lines), bytes: Number(row?.bytes) };
    };
    return { quiet: read(0), loud: read(1) };
  }

  function letGo(minute: number, from: number, to: number): boolean {
    const rows = statements.lines.all(firstIdOf(minute * minuteMs), firstIdOf((minute + 1) * minuteMs), from, to);
    for (const { id, kind, bytes, is_loud } of rows) {
      statements.dropWords.run(BigInt(Number(id)));
      statements.dropLine.run(Number(id));
      statements.uncount.run(Number(bytes), minute, Number(kind));
      statements.makeRoom.run(Number(bytes), Number(is_loud));
    }
    statements.dropEmpty.run(minute);
    steps += 1;
    if (steps % sweepEvery === 0) kinds.sweep();
    return rows.length > 0;
  }

  return {
    step(oldestMs) {
      const oldest = statements.oldestOfAll.get()?.minute;
      if (typeof oldest === 'number' && oldest < Math.floor(oldestMs / minuteMs))
        return letGo(oldest, 0, levels.length);
      const { quiet, loud } = roomOf();
      if (quiet.bytes + loud.bytes <= limitBytes) return false;
      const isQuiet = quiet.bytes > limitBytes * (1 - loudShare);
      const [from, to] = isQuiet ? [0, warnLevel] : [warnLevel, levels.length];
      return letGo(Number(statements.oldest.get(from, to)?.minute), from, to);
    },
    figures() {
      const { quiet, loud } = roomOf();
      const first = statements.first.get()?.id;
      return {
        lines: quiet.lines + loud.lines,
        loudLines: loud.lines,
        bytes: quiet.bytes + loud.bytes,
        limitBytes,
        oldestMs: typeof first === 'number' ? msOfId(first) : undefined,
      };
    },
  };
}

function prepareAll(db: DatabaseSync) {
  return {
    room: db.prepare('select lines, bytes from log_room where is_loud = ?'),
    makeRoom: db.prepare('update log_room set lines = lines - 1, bytes = bytes - ? where is_loud = ?'),
    oldestOfAll: db.prepare('select min(minute) as minute from log_minutes'),
    oldest: db.prepare(
      `select m.minute from log_minutes m join log_kinds k on k.id = m.kind where k.level >= ? and k.level < ?
       order by m.minute limit 1`,
    ),
    first: db.prepare('select min(id) as id from logs'),
    lines: db.prepare(
      `select l.id, l.kind, l.bytes, k.level >= ${warnLevel} as is_loud from logs l join log_kinds k on k.id = l.kind
       where l.id >= ? and l.id < ? and k.level >= ? and k.level < ? order by l.id limit ${linesAtOnce}`,
    ),
    dropWords: db.prepare('delete from log_words where rowid = ?'),
    dropLine: db.prepare('delete from logs where id = ?'),
    uncount: db.prepare('update log_minutes set lines = lines - 1, bytes = bytes - ? where minute = ? and kind = ?'),
    dropEmpty: db.prepare('delete from log_minutes where minute = ? and lines <= 0'),
  };
}
