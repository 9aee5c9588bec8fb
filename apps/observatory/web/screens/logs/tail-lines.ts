import type { LogRecord } from '@octo/contracts/observatory-logs.ts';

/** Lines as they came: shown, the newest first, or waiting until the reader wants them. */
export interface TailLines {
  readonly shown: readonly LogRecord[];
  readonly waiting: readonly LogRecord[];
  /** That neither the page nor the server could hold. */
  readonly missed: number;
}

const mostShown = 1000;
const mostWaiting = 1000;

export const noTailLines: TailLines = { shown: [], waiting: [], missed: 0 };

/** Takes lines in the order of time. What was shown last leaves when there are very many: the list can be asked for it. */
export function addLines(lines: TailLines, came: readonly LogRecord[], isHeld: boolean): TailLines {
  const waiting = [...lines.waiting, ...came];
  if (!isHeld) return { ...lines, shown: [...waiting.reverse(), ...lines.shown].slice(0, mostShown), waiting: [] };
  const excess = Math.max(0, waiting.length - mostWaiting);
  return { ...lines, waiting: waiting.slice(excess), missed: lines.missed + excess };
}

/** What came by itself above what was asked for, each line once. */
export function tailAbove(shown: readonly LogRecord[], rows: readonly LogRecord[]): readonly LogRecord[] {
  const known = new Set(rows.map(({ id }) => id));
  return [...shown.filter(({ id }) => !known.has(id)), ...rows];
}
