import type { TraceSpan } from '@octo/contracts/observatory.ts';
import type { LogRecord } from '@octo/contracts/observatory-logs.ts';

/** All that an observatory was sent of a trace so far; nothing for one that it does not know yet. */
export async function spansOf(observatoryUrl: string, traceId: string): Promise<TraceSpan[]> {
  const answer = await fetch(`${observatoryUrl}/api/traces/${traceId}`);
  return Object(await answer.json()).spans ?? [];
}

/** The log lines of a trace. */
export async function logsOf(observatoryUrl: string, traceId: string): Promise<LogRecord[]> {
  const answer = await fetch(`${observatoryUrl}/api/logs?traceId=${traceId}`);
  return Object(await answer.json()).logs ?? [];
}
