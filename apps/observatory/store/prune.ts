import type { DatabaseSync } from 'node:sqlite';
import { browserTrimmer } from './browser/trim-browser.ts';
import { inTransaction } from './in-transaction.ts';
import type { LogTrimmer } from './logs/trim-logs.ts';
import type { MetricTrimmer } from './metrics/trim-metrics.ts';
import { rateTrimmer } from './rates/trim-rates.ts';
import { statementTrimmer } from './statements/trim-statements.ts';
import { edgeTrimmer } from './topology/trim-edges.ts';
import { type TraceTrimmer, traceTrimmer } from './traces/trim-traces.ts';
import { besideBytes, freeBytesOf, usedBytesOf } from './used-bytes.ts';

export interface PruneLimits {
  readonly limitBytes: number;
  readonly keepMs: number;
}

export interface Pruner {
  /** Lets the oldest go, a bounded number of them; true when there is more to do. In a transaction of its own. */
  step(nowMs: number): boolean;
  usedBytes(): number;
  /** Spans that left since the start. */
  left: TraceTrimmer['left'];
}

/** Which part of the room each may take. */
export const shares = {
  rates: 1 / 8,
  logs: 1 / 8,
  metrics: 1 / 8,
  edges: 1 / 32,
  browser: 1 / 16,
  statements: 1 / 64,
  alarms: 1 / 64,
  /** Errors, slow and seldom traces, beyond the age that the others reach. */
  keptTraces: 1 / 8,
  goneTraces: 1 / 8,
};

/** Ids of traces that left, for an honest answer about them. */
const mostGone = 100_000;
const goneBytes = 100;
/** A file that is emptier than this gives room back to the disk, so many pages at a time. */
const mostFree = 1 / 4;
const pagesAtOnce = 256;

export interface PrunedParts {
  readonly logs: LogTrimmer;
  readonly metrics: MetricTrimmer;
  onResourcesGone(): void;
}

export function pruner(db: DatabaseSync, { limitBytes, keepMs }: PruneLimits, parts: PrunedParts): Pruner {
  const trimRates = rateTrimmer(db, limitBytes * shares.rates);
  const trimEdges = edgeTrimmer(db, limitBytes * shares.edges);
  const trimBrowser = browserTrimmer(db, limitBytes * shares.browser);
  const trimStatements = statementTrimmer(db, limitBytes * shares.statements);
  const goneToKeep = Math.min(mostGone, Math.floor((limitBytes * shares.goneTraces) / goneBytes));
  const mostBytes = limitBytes - besideBytes;
  const usedBytes = usedBytesOf(db);
  const freeBytes = freeBytesOf(db);
  const traces = traceTrimmer(db, {
    keptBytes: limitBytes * shares.keptTraces,
    keepMs,
    goneToKeep,
    onResourcesGone: parts.onResourcesGone,
  });

  function step(nowMs: number): boolean {
    trimRates(nowMs, usedBytes() > mostBytes);
    trimEdges(nowMs);
    trimBrowser(nowMs, keepMs);
    trimStatements(nowMs);
    const isFull = usedBytes() > mostBytes;
    if (parts.logs.step(nowMs - keepMs)) return true;
    if (parts.metrics.step(nowMs)) return true;
    if (traces.step(nowMs, isFull)) return true;
    const free = freeBytes();
    if (free <= limitBytes * mostFree) return false;
    db.exec(`pragma incremental_vacuum(${pagesAtOnce})`);
    return freeBytes() < free;
  }

  return { step: (nowMs) => inTransaction(db, () => step(nowMs)), usedBytes, left: traces.left };
}
