import type { DatabaseInsight, StatementPlan } from '@octo/platform/database/insight/insight.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Attempts } from './attempts.ts';
import { countWork, type TotalsLook } from './count-work.ts';
import type { InsightStore } from './store/insight-store.ts';

export interface MinuteWorkOptions {
  readonly database: DatabaseInsight;
  readonly store: InsightStore;
  readonly attempts: Attempts;
  nowMs(): number;
}

export interface MinuteWork {
  /** True once a minute, and as long as the database was away in this minute. */
  isDue(): boolean;
  run(): Promise<void>;
  /** What the database keeps from us. */
  missing(): readonly string[];
}

/** Enough for every statement that PostgreSQL remembers, unless it was told to remember more. */
const mostStatements = 5000;
const plansEveryMinutes = 5;
export const mostPlans = 20;
/** So that asking for plans never becomes work of its own. */
const planBudgetMs = 2000;
/** Plans are asked for of those that cost the most in so many minutes. */
const planWindowMinutes = 15;

/** What is done once a minute: count what every statement came to, and now and then see how the costliest are done. */
export function createMinuteWork({ database, store, attempts, nowMs }: MinuteWorkOptions): MinuteWork {
  let before: TotalsLook | undefined;
  let [countedMinute, plannedMinute] = [0, 0];
  let missing: readonly string[] = [];
  const minuteNow = () => Math.floor(nowMs() / 60_000);

  async function count(): Promise<void> {
    const totals = await attempts.look(() => database.statementTotals({ limit: mostStatements }));
    if (!totals) return;
    const now = { atMs: nowMs(), totals, isComplete: totals.length < mostStatements };
    const counted = countWork(before, now);
    before = now;
    store.addStatements({ atMs: now.atMs, totals, counted });
  }

  async function lookAtPlans(minute: number): Promise<void> {
    const from = minute - planWindowMinutes;
    const { statements } = store.read((readers) => readers.statements.costliest(from, 'time', mostPlans));
    if (statements.length > 0) plannedMinute = minute;
    const deadline = performance.now() + planBudgetMs;
    for (const { statementId } of statements) {
      if (performance.now() > deadline || !attempts.isReachable()) return;
      const plan = await attempts.look(() => findPlan(database, statementId));
      if (plan?.planHash) store.addPlan(statementId, plan.planHash, nowMs());
    }
  }

  return {
    isDue: () => minuteNow() !== countedMinute,
    async run() {
      const minute = minuteNow();
      // What nobody expects is tried again in the next minute, not in the next second.
      countedMinute = minute;
      missing = (await attempts.look(() => listMissing(database))) ?? missing;
      await count();
      if (!attempts.isReachable()) {
        countedMinute = 0;
        return;
      }
      store.prune(nowMs());
      // Oracle tells the plan beside the figures.
      if (database.engine === 'postgres' && minute - plannedMinute >= plansEveryMinutes) await lookAtPlans(minute);
    },
    missing: () => missing,
  };
}

/** Who may not even ask what is missing lacks that. */
async function listMissing(database: DatabaseInsight): Promise<readonly string[]> {
  try {
    return await database.missing();
  } catch (error) {
    if (error instanceof AppError && error.kind === 'Forbidden') return [error.message];
    throw error;
  }
}

/** While a table is being changed nobody sees a plan of it, which does not mean that the database is away. */
async function findPlan(database: DatabaseInsight, statementId: string): Promise<StatementPlan | undefined> {
  try {
    return await database.planOf({ statementId });
  } catch (error) {
    if (error instanceof AppError && error.kind === 'TimedOut') return undefined;
    throw error;
  }
}
