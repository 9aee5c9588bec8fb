import { getTrace, listTraces, type TraceSpan } from '@octo/contracts/observatory.ts';
import { type BrowserStep, getBrowserSession, listBrowserSessions } from '@octo/contracts/observatory-browser.ts';
import { type LogRecord, listLogs } from '@octo/contracts/observatory-logs.ts';
import { listMetricCatalogue, type MetricEntry } from '@octo/contracts/observatory-metrics.ts';
import { asked, type Source } from '../panels/panel.ts';

/** All that an observatory was told, by whomever. */
export interface Told {
  readonly spans: readonly TraceSpan[];
  readonly logs: readonly LogRecord[];
  readonly metrics: readonly MetricEntry[];
  readonly steps: readonly BrowserStep[];
}

export async function readTold(source: Source): Promise<Told> {
  const traces = await allOf(async (after) => {
    const { traces, next } = await asked(source, listTraces, { query: { after, limit: 200 } });
    return { items: traces, next };
  });
  const logs = await allOf(async (after) => {
    const { logs, next } = await asked(source, listLogs, { query: { after, limit: 1000 } });
    return { items: logs, next };
  });
  const { sessions } = await asked(source, listBrowserSessions, { query: { limit: 200 } });
  const spans: TraceSpan[] = [];
  const steps: BrowserStep[] = [];
  for (const { traceId } of traces) spans.push(...(await asked(source, getTrace, { params: { traceId } })).spans);
  for (const { sessionId } of sessions)
    steps.push(...(await asked(source, getBrowserSession, { params: { sessionId } })).steps);
  return { spans, logs, steps, metrics: (await asked(source, listMetricCatalogue)).metrics };
}

/** Page after page. */
async function allOf<T>(
  read: (after: string | undefined) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await read(after);
    all.push(...items);
    after = next ?? undefined;
  } while (after !== undefined);
  return all;
}
