import type { ActiveSession, DatabaseInsight } from '@octo/platform/database/insight/insight.ts';
import type { Attempts } from './attempts.ts';
import type { Answer, Backends } from './backends.ts';
import type { InsightStore } from './store/insight-store.ts';

export interface SamplerOptions {
  readonly database: DatabaseInsight;
  readonly store: InsightStore;
  readonly attempts: Attempts;
  /** For a server that does not know whose work its sessions do. */
  readonly backends: Backends | undefined;
  /** What a span is called, once it has come. */
  nameOf(traceId: string, spanId: string): string | undefined;
  nowMs(): number;
}

export interface Sampler {
  /** Looks at what works or waits in this second. False when the database was away. */
  sample(): Promise<boolean>;
  /** Gives samples the tags that have come meanwhile, and adds up the minutes that are complete. */
  settle(): void;
  /** Seconds in which was looked, and since the first of them those in which was not. */
  samples(): { taken: number; missed: number };
}

const mostSessions = 200;
/** After it a span of a statement has come, or does not come: it was sent a second after its end. */
export const settleMs = 12_000;

export function createSampler(options: SamplerOptions): Sampler {
  const { database, store, attempts, backends, nameOf, nowMs } = options;
  const seconds = countSeconds();

  function keep(second: number, sessions: readonly ActiveSession[], fromMs: number): void {
    const busy = sessions.filter(({ waitClass }) => waitClass !== 'Idle');
    const ids = store.addLook(second, busy.map(toSample));
    if (!backends) return;
    for (const [at, { sessionId, sqlId }] of busy.entries()) {
      const id = ids[at];
      if (id !== undefined) backends.ask({ id, sessionId, sqlId, fromMs, toMs: nowMs() });
    }
  }

  function named({ id, traceId, parentSpanId, action }: Answer) {
    const name = action ?? (parentSpanId === null ? null : (nameOf(traceId, parentSpanId) ?? null));
    return { id, traceId, parentSpanId, action: name };
  }

  function rollUp(minute: number): void {
    // By now also the spans above have come, which end after those of their statements.
    store.tag(store.untold(minute).map((sample) => named({ ...sample, action: null })));
    store.rollUp(minute);
  }

  return {
    async sample() {
      const fromMs = nowMs();
      const second = Math.floor(fromMs / 1000);
      const sessions = await attempts.look(() => database.activeSessions({ limit: mostSessions }));
      seconds.note(second, sessions !== undefined);
      if (sessions) keep(second, sessions, fromMs);
      return attempts.isReachable();
    },
    settle() {
      const answers = backends?.settle(nowMs() - settleMs) ?? [];
      if (answers.length > 0) store.tag(answers.map(named));
      for (const minute of store.dueToRollUp(Math.floor((nowMs() - settleMs) / 1000))) rollUp(minute);
    },
    samples: seconds.counts,
  };
}

function countSeconds() {
  let [taken, missed] = [0, 0];
  let lastSecond: number | undefined;
  return {
    /** Counts the seconds that were passed over, and this one if nothing was seen in it. */
    note(second: number, isSeen: boolean): void {
      if (lastSecond !== undefined && second <= lastSecond) return;
      missed += lastSecond === undefined ? 0 : second - lastSecond - 1;
      if (isSeen) taken += 1;
      else missed += 1;
      lastSecond = second;
    },
    counts: () => ({ taken, missed }),
  };
}

function toSample(session: ActiveSession) {
  const { sessionId, waitClass, waitEvent, statementId, module, action, clientIdentifier } = session;
  const isTrace = clientIdentifier !== null && /^[0-9a-f]{32}$/.test(clientIdentifier);
  return {
    sessionId,
    key: {
      waitClass,
      event: waitEvent ?? '',
      statementId: statementId ?? '',
      module: module ?? '',
      action: action ?? '',
    },
    traceId: isTrace ? clientIdentifier : null,
  };
}
