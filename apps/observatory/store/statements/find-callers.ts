import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { spanKinds } from '../../otlp/records.ts';
import type { ArrivedSpan } from '../arrivals.ts';
import type { SqlRun } from './sql-run.ts';

/** What made a statement run: the verb that asked, and the request, message or job that it was part of. */
export interface Caller {
  /** Empty when the request itself asked. */
  readonly verb: string;
  /** Empty when it is not known. */
  readonly route: string;
}

export interface CalledRun {
  readonly run: SqlRun;
  readonly caller: Caller;
}

/** Follows a statement up to the request that it is part of, whose span is sent after it. */
export interface CallerFinder {
  /** Any span that is no statement. */
  note(arrived: ArrivedSpan): void;
  ask(run: SqlRun): void;
  /** The runs whose caller is known by now, or will not be known any more; each once. */
  settle(nowMs: number): CalledRun[];
  /** Forgets what was asked since, after a batch failed. */
  clear(): void;
}

interface Above {
  readonly name: string;
  readonly isEntry: boolean;
  readonly parent: string | undefined;
  readonly atMs: number;
}

interface Asked {
  readonly run: SqlRun;
  readonly askedMs: number;
}

/** A request that takes longer is told by its verb alone. */
const waitMs = 15_000;
const rememberMs = 60_000;
const mostRemembered = 50_000;
const mostWaiting = 20_000;
const retryMs = 1000;
const longestWay = 50;

export function callerFinder(nowMs: () => number): CallerFinder {
  const above = new Map<string, Above>();
  let fresh: Asked[] = [];
  let waiting: Asked[] = [];
  let retriedMs = 0;

  function resolve({ traceId, parentSpanId }: SqlRun): Caller & { isWhole: boolean } {
    let verb = '';
    let last = '';
    let next = keyOf(traceId, parentSpanId);
    for (let steps = 0; next !== undefined && steps < longestWay; steps += 1) {
      const span = above.get(next);
      if (!span) return { verb, route: '', isWhole: false };
      if (span.isEntry) return { verb, route: span.name, isWhole: true };
      if (verb === '') verb = span.name;
      last = span.name;
      next = span.parent;
    }
    return { verb, route: last, isWhole: true };
  }

  return {
    note({ span }) {
      const { traceId, spanId, parentSpanId, name } = span;
      const key = keyOf(traceId, spanId);
      if (key === undefined || spanKinds[span.kind] === 'client') return;
      above.set(key, { name, isEntry: isEntry(span), parent: keyOf(traceId, parentSpanId), atMs: nowMs() });
    },
    ask: (run) => void fresh.push({ run, askedMs: nowMs() }),
    settle(now) {
      const isRetry = now - retriedMs >= retryMs || waiting.length > mostWaiting;
      if (isRetry) retriedMs = now;
      const tried = isRetry ? [...waiting, ...fresh] : fresh;
      const kept: Asked[] = isRetry ? [] : waiting;
      const called: CalledRun[] = [];
      for (const [at, asked] of tried.entries()) {
        const { isWhole, ...caller } = resolve(asked.run);
        const isInVain = now - asked.askedMs >= waitMs || tried.length - at > mostWaiting;
        if (isWhole || isInVain) called.push({ run: asked.run, caller });
        else kept.push(asked);
      }
      waiting = kept;
      fresh = [];
      forget(above, now);
      return called;
    },
    clear() {
      fresh = [];
    },
  };
}

/** Where work begins that a service does by itself: a request that it answers, or a message that it delivers. */
function isEntry({ kind, attributes }: ArrivedSpan['span']): boolean {
  const name = spanKinds[kind];
  return name === 'server' || name === 'consumer' || attributeNames.messageId in attributes;
}

function keyOf(traceId: string, spanId: string): string | undefined {
  return /^0*$/.test(spanId) ? undefined : traceId + spanId;
}

function forget(above: Map<string, Above>, nowMs: number): void {
  for (const [key, { atMs }] of above) {
    if (nowMs - atMs < rememberMs && above.size <= mostRemembered) return;
    above.delete(key);
  }
}
