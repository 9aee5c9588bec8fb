import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../../store/in-transaction.ts';
import { keepFile } from '../../store/kept-file.ts';
import { fileBytes } from '../../store/open-file.ts';
import type { PruneLimits } from '../../store/prune.ts';
import { activityKeys } from './activity-keys.ts';
import { insightPruner } from './prune.ts';
import { type ActivityReader, activityReader } from './read-activity.ts';
import { type ChangeReader, changeReader } from './read-changes.ts';
import { type GapReader, gapReader } from './read-gaps.ts';
import { type StatementReader, statementReader } from './read-statements.ts';
import { activityRoller } from './roll-up.ts';
import { insightFile, minuteWide } from './schema.ts';
import { statementRows } from './statement-rows.ts';
import { lookWriter, type SampledSession, type SampleTag, type UntoldSample } from './write-looks.ts';
import { planWriter } from './write-plans.ts';
import { type StatementsLook, statementWriter } from './write-statements.ts';

export interface InsightStoreOptions extends PruneLimits {
  readonly dir: string;
  /** Told when the file was found unusable and begun anew. */
  onNote(note: string): void;
}

export interface InsightFigures {
  readonly watchingSinceMs: number | undefined;
  readonly lastSampleMs: number | undefined;
  /** Since when the last minute with figures goes. */
  readonly lastMinuteMs: number | undefined;
  readonly minutesKept: number;
  readonly storeBytes: number;
}

export interface InsightReaders {
  readonly activity: ActivityReader;
  readonly statements: StatementReader;
  readonly changes: ChangeReader;
  readonly gaps: GapReader;
}

/** What is kept of the database's own work. */
export interface InsightStore extends Disposable {
  addLook(second: number, sessions: readonly SampledSession[]): number[];
  tag(tags: readonly SampleTag[]): void;
  /** Minutes that ended before this second and whose samples are not added up yet. */
  dueToRollUp(beforeSecond: number): number[];
  untold(minute: number): UntoldSample[];
  rollUp(minute: number): void;
  addStatements(look: StatementsLook): void;
  addPlan(statementId: string, planHash: string, atMs: number): void;
  /** Lets the oldest go, a few at a time; true when there is more to do. */
  prune(nowMs: number): boolean;
  read<T>(look: (readers: InsightReaders) => T): T;
  /** SQL_ID and statement, of those whose text is known as it was sent. */
  learnt(): [string, string][];
  figures(): InsightFigures;
}

export function openInsightStore(options: InsightStoreOptions): InsightStore {
  const { dir, onNote } = options;
  const file = keepFile({ dir, form: insightFile, onNote, open: (db) => openParts(db, options) });
  const write = <T>(work: (parts: Parts) => T): T =>
    file.use((parts) => {
      try {
        return inTransaction(parts.db, () => work(parts));
      } catch (error) {
        parts.forget();
        throw error;
      }
    });
  return {
    addLook: (second, sessions) =>
      write((parts) => {
        parts.begin.run(second * 1000);
        return parts.looks.add(second, sessions);
      }),
    tag: (tags) => write(({ looks }) => looks.tag(tags)),
    dueToRollUp: (beforeSecond) => file.use(({ roller }) => roller.due(beforeSecond)),
    untold: (minute) => file.use(({ looks }) => looks.untold(minute)),
    rollUp: (minute) => write(({ roller }) => roller.rollUp(minute)),
    addStatements: (look) => write(({ statements }) => statements.add(look)),
    addPlan: (statementId, planHash, atMs) =>
      write(({ rows, plans }) => {
        const row = rows.find(statementId);
        if (row !== undefined) plans.note(row, planHash, atMs);
      }),
    prune: (nowMs) => write(({ pruner }) => pruner.step(nowMs)),
    read: (look) => file.use(({ readers }) => look(readers)),
    learnt: () => file.use(({ db }) => learntOf(db)),
    figures: () => file.use(({ db }) => ({ ...figuresOf(db), storeBytes: fileBytes(dir, insightFile) })),
    [Symbol.dispose]: () => file[Symbol.dispose](),
  };
}

type Parts = ReturnType<typeof openParts>;

function openParts(db: DatabaseSync, limits: PruneLimits) {
  const keys = activityKeys(db);
  const plans = planWriter(db);
  const rows = statementRows(db);
  function forget(): void {
    keys.forget();
    plans.forget();
    rows.forget();
  }
  return {
    db,
    plans,
    rows,
    forget,
    statements: statementWriter(db, rows, plans),
    looks: lookWriter(db, keys),
    roller: activityRoller(db, keys),
    pruner: insightPruner(db, limits, forget),
    begin: db.prepare("insert or ignore into facts (name, value) values ('watching_since_ms', ?)"),
    readers: {
      activity: activityReader(db),
      statements: statementReader(db),
      changes: changeReader(db),
      gaps: gapReader(db),
    } satisfies InsightReaders,
  };
}

function figuresOf(db: DatabaseSync) {
  const value = (sql: string) => {
    const found = db.prepare(sql).get()?.value;
    return typeof found === 'number' ? found : undefined;
  };
  const counted = `from steps where width = ${minuteWide} and counted > 0`;
  return {
    watchingSinceMs: value("select value from facts where name = 'watching_since_ms'"),
    lastSampleMs: value('select max(second) * 1000 as value from looks'),
    lastMinuteMs: value(`select max(at) * 60000 as value ${counted}`),
    minutesKept: value(`select count(*) as value ${counted}`) ?? 0,
  };
}

function learntOf(db: DatabaseSync): [string, string][] {
  const rows = db.prepare('select sql_id, statement_id from statements where sql_id is not null').all();
  return rows.map(({ sql_id, statement_id }) => [String(sql_id), String(statement_id)]);
}
