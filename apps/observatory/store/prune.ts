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

/** Ids of traces that left, for an honest answer about them. */
const mostGone = 100_000;
const goneBytes = 100;
/** What is counted, log lines, metrics, and which traces left, may take this part of the room each. */
const share = 1 / 8;
const edgeShare = 1 / 32;
const browserShare = 1 / 16;
const statementShare = 1 / 64;

/** For errors, slow and seldom traces, beyond the age that the others reach. */
const keptShare = share;
/** A file that is emptier than this gives room back to the disk, so many pages at a time. */
const mostFree = 1 / 4;
const pagesAtOnce = 256;

/** Of the room, for log lines. */
export const logShare = share;
/** Of the room, for the history of metrics. */
export const metricShare = share;

export interface PrunedParts {
  readonly logs: LogTrimmer;
  readonly metrics: MetricTrimmer;
  onResourcesGone(): void;
}

export function pruner(db: DatabaseSync, { limitBytes, keepMs }: PruneLimits, parts: PrunedParts): Pruner {
  const trimRates = rateTrimmer(db, limitBytes * share);
  const trimEdges = edgeTrimmer(db, limitBytes * edgeShare);
  const trimBrowser = browserTrimmer(db, limitBytes * browserShare);
  const trimStatements = statementTrimmer(db, limitBytes * statementShare);
  const goneToKeep = Math.min(mostGone, Math.floor((limitBytes * share) / goneBytes));
  const mostBytes = limitBytes - besideBytes;
  const usedBytes = usedBytesOf(db);
  const freeBytes = freeBytesOf(db);
  const { onResourcesGone } = parts;
  const traces = traceTrimmer(db, { keptBytes: limitBytes * keptShare, keepMs, goneToKeep, onResourcesGone });

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
