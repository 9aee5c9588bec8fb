import type { Arrival } from './arrivals.ts';
import { inTransaction } from './in-transaction.ts';
import type { Parts } from './open-parts.ts';

/** What became of a batch. */
export interface Written {
  /** Spans that found their trace full. */
  readonly refused: number;
  /** Spans of traces that stayed out. */
  readonly leftOut: number;
  readonly logIds: number[];
}

/** Writes all of a batch, or throws. */
export function writeArrivals(parts: Parts, arrivals: readonly Arrival[], nowMs: number, isPressed: boolean): Written {
  const { db, spans, logs, logKinds, metrics, browser, hear } = parts;
  const traces = contentsOf(arrivals, 'traces');
  try {
    return inTransaction(db, () => {
      const { refused, leftOut } = spans.write(traces, nowMs, isPressed);
      const logIds = logs.write(contentsOf(arrivals, 'logs'), nowMs);
      metrics.write(contentsOf(arrivals, 'metrics'), nowMs);
      browser.writeSpans(traces.filter(({ isUntrusted }) => isUntrusted));
      browser.writeEvents(contentsOf(arrivals, 'browser'));
      hear(arrivals, nowMs);
      return { refused, leftOut, logIds };
    });
  } catch (error) {
    spans.forget();
    logKinds.forget();
    metrics.forget();
    throw error;
  }
}

type ContentOf<S extends Arrival['signal']> = Extract<Arrival, { signal: S }>['content'];

/** An arrival has the content of its signal. */
function contentsOf<S extends Arrival['signal']>(arrivals: readonly Arrival[], signal: S): ContentOf<S>[] {
  return arrivals.filter((arrival) => arrival.signal === signal).map(({ content }) => content as ContentOf<S>);
}
