import type { StatementOrder } from '@octo/platform/database/insight/insight.ts';
import { newStoreFolder, type StoreFolder } from '../../../testing/observatory-process.ts';
import { totalsOf } from '../../../testing/scripted-database.ts';
import type { StatementWork } from '../../count-work.ts';
import { type InsightStore, openInsightStore } from '../insight-store.ts';
import type { StatementReader } from '../read-statements.ts';

export const megabyte = 1024 * 1024;
export const dayMinutes = 1440;
/** A minute that an hour begins with. */
export const start = Date.UTC(2026, 5, 1, 12) / 60_000;

interface SeenSession {
  waitClass?: string;
  statementId?: string;
  action?: string;
}

/** A store in a folder of its own, and short ways to fill it. */
export interface StoreRoom extends Disposable {
  readonly store: InsightStore;
  readonly folder: StoreFolder;
  readonly notes: string[];
  close(): void;
  open(limits?: { limitBytes?: number; keepDays?: number }): void;
  /** What ran in a minute, with the texts of all that is known by then. */
  add(minute: number, work: StatementWork[], more?: Parameters<typeof totalsOf>[2]): void;
  sample(second: number, sessions: readonly SeenSession[]): number[];
  costliest(fromMinute: number, by?: StatementOrder): ReturnType<StatementReader['costliest']>;
}

export function newStoreRoom(): StoreRoom {
  const notes: string[] = [];
  const folder = newStoreFolder();
  const open = ({ limitBytes = 64 * megabyte, keepDays = 30 } = {}) =>
    openInsightStore({
      dir: folder.path,
      limitBytes,
      keepMs: keepDays * dayMinutes * 60_000,
      onNote: (note) => notes.push(note),
    });
  let store = open();
  return {
    get store() {
      return store;
    },
    folder,
    notes,
    close: () => store[Symbol.dispose](),
    open(limits) {
      store = open(limits);
    },
    add(minute, work, more = {}) {
      const atMs = (minute + 1) * 60_000;
      const since = new Date(atMs);
      const totals = work.map(({ statementId, calls }) => totalsOf(statementId, calls, { since, ...more }));
      store.addStatements({ atMs, totals, counted: { minute, work } });
    },
    sample: (second, sessions) => store.addLook(second, sessions.map(toSample)),
    costliest: (fromMinute, by = 'time') => store.read(({ statements }) => statements.costliest(fromMinute, by, 200)),
    [Symbol.dispose]() {
      store[Symbol.dispose]();
      folder[Symbol.dispose]();
    },
  };
}

function toSample({ waitClass = 'CPU', statementId = '', action = '' }: SeenSession, index: number) {
  const key = { waitClass, event: '', statementId, module: 'shop', action };
  return { sessionId: String(index), key, traceId: null };
}

export function workOf(statementId: string, calls: number, elapsedMs = calls): StatementWork {
  return { statementId, calls, elapsedMs, rows: calls, blocksRead: 1, blocksHit: 2 };
}
