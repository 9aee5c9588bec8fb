import type { DatabaseWatch } from '../insight/database-watch.ts';
import type { TimeSpan } from '../store/alarms/read-metric-windows.ts';
import type { Store } from '../store/store.ts';

export interface LockExampleParts {
  readonly store: Store;
  readonly watch: DatabaseWatch | undefined;
}

const mostSessions = 200;

/**
 * The trace of a session that others wait for while it waits for nobody, else of one that waits, else of one that was seen
 * to wait since then. Null when nobody knows whose work it was, or nothing of that trace is kept.
 */
export async function findLockExample({ store, watch }: LockExampleParts, since: TimeSpan): Promise<string | null> {
  if (!watch) return null;
  const isKept = (traceId: string | null): traceId is string =>
    traceId !== null && store.read(({ traces }) => traces.spanCountOf(traceId)) > 0;
  return (await liveTraces(watch)).find(isKept) ?? sampledTraces(watch, since).find(isKept) ?? null;
}

async function liveTraces({ database, tagOf }: DatabaseWatch): Promise<(string | null)[]> {
  const sessions = await database.liveSessions({ limit: mostSessions });
  const waiting = sessions.filter(({ blockedBy }) => blockedBy.length > 0);
  const inTheWay = new Set(waiting.flatMap(({ blockedBy }) => blockedBy));
  const holding = sessions.filter(({ sessionId, blockedBy }) => blockedBy.length === 0 && inTheWay.has(sessionId));
  return [...holding, ...waiting].map((session) => tagOf(session).traceId);
}

function sampledTraces({ store }: DatabaseWatch, { fromMs, toMs }: TimeSpan): string[] {
  const from = Math.floor(fromMs / 1000);
  const steps = Math.max(1, Math.floor(toMs / 1000) - from);
  const { byTrace } = store.read(({ activity }) => activity.read({ stepSeconds: 1, from, steps }));
  return byTrace.filter(({ waitClass }) => waitClass === 'Lock').map(({ traceId }) => traceId);
}
