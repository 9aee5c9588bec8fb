import type { StatementTotals } from '@octo/platform/database/insight/insight.ts';

/** What a statement came to within some time. */
export interface Work {
  calls: number;
  elapsedMs: number;
  rows: number;
  blocksRead: number;
  blocksHit: number;
}

export interface StatementWork extends Work {
  readonly statementId: string;
}

/** All statements that the database counted at an instant. */
export interface TotalsLook {
  readonly atMs: number;
  readonly totals: readonly StatementTotals[];
  /** False when there were more than it was asked for. */
  readonly isComplete: boolean;
}

/** Looks lie a minute apart. Over a longer time nobody knows which minute the work belongs to. */
export const longestBetweenLooksMs = 90_000;

/**
 * What was done from one look to the next, and in which minute. Undefined when that cannot be told: for the first look, and
 * after a gap, whose work is in no minute rather than in the wrong one.
 */
export function countWork(before: TotalsLook | undefined, now: TotalsLook) {
  if (!before || now.atMs <= before.atMs || now.atMs - before.atMs > longestBetweenLooksMs) return undefined;
  const known = new Map(before.totals.map((total) => [total.statementId, total]));
  const work = now.totals.flatMap((total) => {
    const done = workOf(known.get(total.statementId), total, before);
    return done.calls > 0 || done.elapsedMs > 0 ? [{ statementId: total.statementId, ...done }] : [];
  });
  return { minute: Math.floor((before.atMs + now.atMs) / 2 / 60_000), work };
}

/** By so much the clocks of the database and of this machine may differ. */
const clocksDifferMs = 5000;

/**
 * Counting may have begun again in between: the database was restarted, its figures were reset, the statement left its memory
 * and came back. Then the whole figure belongs to this time if it was begun within it, and is left out if nobody can say.
 */
function workOf(last: StatementTotals | undefined, total: StatementTotals, before: TotalsLook): Work {
  const beganSince = total.since !== null && total.since.getTime() >= before.atMs - clocksDifferMs;
  if (!last) return beganSince || (total.since === null && before.isComplete) ? figuresOf(total) : none;
  if (last.since?.getTime() !== total.since?.getTime()) return beganSince ? figuresOf(total) : none;
  if (total.calls < last.calls || total.elapsedMs < last.elapsedMs) return none;
  return {
    calls: total.calls - last.calls,
    elapsedMs: total.elapsedMs - last.elapsedMs,
    rows: Math.max(0, total.rows - last.rows),
    blocksRead: Math.max(0, total.blocksRead - last.blocksRead),
    blocksHit: Math.max(0, total.blocksHit - last.blocksHit),
  };
}

const none: Work = { calls: 0, elapsedMs: 0, rows: 0, blocksRead: 0, blocksHit: 0 };

function figuresOf({ calls, elapsedMs, rows, blocksRead, blocksHit }: StatementTotals): Work {
  return { calls, elapsedMs, rows, blocksRead, blocksHit };
}

export function addUp(work: readonly Work[]): Work {
  return work.reduce<Work>(
    (sum, one) => ({
      calls: sum.calls + one.calls,
      elapsedMs: sum.elapsedMs + one.elapsedMs,
      rows: sum.rows + one.rows,
      blocksRead: sum.blocksRead + one.blocksRead,
      blocksHit: sum.blocksHit + one.blocksHit,
    }),
    none,
  );
}

/** The costliest one by one and the others together, so that a minute is bounded and its sums stay true. */
export function costliest(work: readonly StatementWork[], most: number) {
  const sorted = work.toSorted((one, other) => other.elapsedMs - one.elapsedMs || other.calls - one.calls);
  const others = sorted.slice(most);
  return { listed: sorted.slice(0, most), other: others.length === 0 ? undefined : addUp(others) };
}
