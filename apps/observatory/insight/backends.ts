import type { LiveSession } from '@octo/platform/database/insight/insight.ts';

/** Part of a trace, and what the work is called: its own word for it, else the name of the span above. */
export interface TraceTag {
  readonly traceId: string;
  readonly parentSpanId: string | null;
  readonly action: string | null;
}

/** A statement that a session has done, as its span tells it. */
export interface DoneStatement extends TraceTag {
  readonly sqlId: string | null;
  readonly startMs: number;
  readonly endMs: number;
}

/** One that goes on, as a log line of its service tells it. */
export interface RunningStatement extends Omit<DoneStatement, 'endMs'> {
  /** When it went on still. Clocks that differ by a moment put its start before the end of the statement before it. */
  readonly seenMs: number;
}

/** Whose statement was under way when a sample was taken? Its span comes only after its end. */
export interface Question {
  readonly id: number;
  readonly sessionId: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly sqlId: string | null;
}

export interface Answer extends TraceTag {
  readonly id: number;
}

/** What is known of the sessions of a server that does not know it itself. By process id; bounded. */
export interface Backends {
  noteDone(sessionId: string, statement: DoneStatement): void;
  noteRunning(sessionId: string, statement: RunningStatement): void;
  ask(question: Question): void;
  /** Closes the questions that were asked before, and gives their answers as far as there are any. */
  settle(beforeMs: number): Answer[];
  /** What a live session works on, or worked on last. */
  tagOf(session: LiveSession): TraceTag | undefined;
}

const mostSessions = 2000;
/** A log line and the server may tell the start of a statement by so much differently. */
const startsDifferMs = 5000;

interface Open extends Question {
  best: (TraceTag & { overlapMs: number }) | undefined;
}

export function createBackends(): Backends {
  const done = new Map<string, DoneStatement>();
  const running = new Map<string, RunningStatement>();
  const asked = new Map<string, Open[]>();

  function answer(question: Open): Answer[] {
    const { id, sessionId, toMs, sqlId } = question;
    const ongoing = running.get(sessionId);
    const isOngoing = ongoing && ongoing.startMs <= toMs && mayBeSame(ongoing.sqlId, sqlId);
    const found = question.best ?? (isOngoing ? ongoing : undefined);
    return found ? [{ id, traceId: found.traceId, parentSpanId: found.parentSpanId, action: found.action }] : [];
  }

  return {
    noteDone(sessionId, statement) {
      const last = done.get(sessionId);
      if (!last || statement.endMs >= last.endMs) remember(done, sessionId, statement);
      const ongoing = running.get(sessionId);
      if (ongoing && statement.endMs > ongoing.seenMs) running.delete(sessionId);
      for (const question of asked.get(sessionId) ?? []) consider(question, statement);
    },
    noteRunning(sessionId, statement) {
      const last = done.get(sessionId);
      if (!last || last.endMs <= statement.seenMs) remember(running, sessionId, statement);
    },
    ask(question) {
      const open = { ...question, best: undefined };
      const others = asked.get(question.sessionId);
      if (others) others.push(open);
      else asked.set(question.sessionId, [open]);
    },
    settle(beforeMs) {
      const answers: Answer[] = [];
      for (const [sessionId, questions] of asked) {
        const [due, rest] = split(questions, beforeMs);
        answers.push(...due.flatMap(answer));
        if (rest.length === 0) asked.delete(sessionId);
        else if (due.length > 0) asked.set(sessionId, rest);
      }
      return answers;
    },
    tagOf: (session) => tagOf(session, done.get(session.sessionId), running.get(session.sessionId)),
  };
}

/** The newest last, and no more than so many. */
function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > mostSessions && oldest !== undefined) map.delete(oldest);
}

/** A look takes a moment, in which a busy session does several statements: the one that took most of it. */
function consider(question: Open, { startMs, endMs, sqlId, ...tag }: DoneStatement): void {
  const overlapMs = Math.min(endMs, question.toMs) - Math.max(startMs, question.fromMs);
  if (overlapMs < 0 || !mayBeSame(sqlId, question.sqlId)) return;
  if (!question.best || overlapMs > question.best.overlapMs) question.best = { ...tag, overlapMs };
}

function mayBeSame(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

function split(questions: readonly Open[], beforeMs: number): [Open[], Open[]] {
  const isDue = ({ toMs }: Open) => toMs < beforeMs;
  return [questions.filter(isDue), questions.filter((question) => !isDue(question))];
}

/**
 * A statement under way by its log line; without one, by what was done before in the same transaction, which is part of the same
 * work. A session that rests shows what it did last, unless that was something that nobody traces.
 */
function tagOf(
  session: LiveSession,
  done: DoneStatement | undefined,
  running: RunningStatement | undefined,
): TraceTag | undefined {
  const { state, connectedAt, transactionStartedAt, statementStartedAt, sqlId } = session;
  if (running && state === 'active' && mayBeSame(running.sqlId, sqlId)) {
    const began = statementStartedAt?.getTime() ?? running.startMs;
    if (Math.abs(began - running.startMs) <= startsDifferMs) return running;
  }
  // Process ids are used again: nothing of before the session counts.
  const since = state === 'idle' ? (statementStartedAt ?? connectedAt) : transactionStartedAt;
  if (!done || !since) return undefined;
  // What ended within the millisecond of the start may have been the work before, unless it was the same statement.
  const isSame = done.sqlId !== null && done.sqlId === sqlId;
  return done.endMs >= since.getTime() + (isSame ? 0 : 1) ? done : undefined;
}
