/** What came of a salvage, so far. */
export interface SalvageTally {
  traces: number;
  spans: number;
  logs: number;
  /** Rows of all else: figures by minute, alarms, visits. */
  others: number;
  /** Spans that their traces had, and that are not there any more. */
  lostSpans: number;
  /** Lines that were counted, and are not there any more. */
  lostLogs: number;
  /** Places where rows could not be read as usual; how many they were nobody knows. */
  gaps: number;
  /** There was no room, or no time, for all that could be read. */
  leftOut: boolean;
}

export function newTally(): SalvageTally {
  return { traces: 0, spans: 0, logs: 0, others: 0, lostSpans: 0, lostLogs: 0, gaps: 0, leftOut: false };
}

/** What an operator is told of it. */
export function tellTally(tally: SalvageTally): string {
  const { traces, spans, logs, others, lostSpans, lostLogs, gaps, leftOut } = tally;
  if (traces + logs + others === 0) return 'Nothing of the damaged store could be read.';
  const kept = `Of the damaged store ${spans} spans of ${traces} traces, ${logs} log lines and ${others} other rows are kept.`;
  const lost = ` Lost are at least ${lostSpans} spans and ${lostLogs} log lines; damage was met at ${gaps} places.`;
  return kept + lost + (leftOut ? ' There was no room, or no time, for all of the rest: the oldest was left out.' : '');
}
