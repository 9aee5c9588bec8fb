import type { DatabaseSession } from '@octo/contracts/insight.ts';

/** A session, and those that wait for it. */
export interface BlockingNode {
  readonly sessionId: string;
  /** Undefined for one that stands in the way and is not listed, such as work of the database itself. */
  readonly session: DatabaseSession | undefined;
  readonly waiting: readonly BlockingNode[];
  /** All below it. */
  readonly heldUp: number;
}

/** Who waits for whom: on top those who wait for nobody, and most hold up the first. */
export function blockingTrees(sessions: readonly DatabaseSession[]): BlockingNode[] {
  const known = new Map(sessions.map((session) => [session.sessionId, session]));
  const waiting = sessions.filter(({ blockedBy }) => blockedBy.length > 0);
  const byBlocker = Map.groupBy(waiting, ({ blockedBy }) => blockedBy[0] ?? '');
  const placed = new Set<string>();

  function nodeOf(sessionId: string): BlockingNode {
    placed.add(sessionId);
    const own = (byBlocker.get(sessionId) ?? []).filter((one) => !placed.has(one.sessionId));
    const below = own.toSorted(longestFirst).map((one) => nodeOf(one.sessionId));
    const heldUp = below.reduce((sum, node) => sum + 1 + node.heldUp, 0);
    return { sessionId, session: known.get(sessionId), waiting: below, heldUp };
  }

  const isWaiting = new Set(waiting.map(({ sessionId }) => sessionId));
  const roots = [...byBlocker.keys()].filter((id) => !isWaiting.has(id)).map(nodeOf);
  // Whoever waits in a circle has nobody on top, until the database ends one of them.
  const circles = waiting.flatMap(({ sessionId }) => (placed.has(sessionId) ? [] : [nodeOf(sessionId)]));
  return [...roots, ...circles].sort(
    (one, other) => other.heldUp - one.heldUp || (one.sessionId < other.sessionId ? -1 : 1),
  );
}

function longestFirst(one: DatabaseSession, other: DatabaseSession): number {
  return startOf(one) - startOf(other) || (one.sessionId < other.sessionId ? -1 : 1);
}

function startOf({ statementStartedAt }: DatabaseSession): number {
  return statementStartedAt === null ? Number.POSITIVE_INFINITY : Date.parse(statementStartedAt);
}
