import type { Signal } from '../otlp/answer.ts';

/** What came in since the start. */
export interface IntakeCounters {
  readonly taken: Record<Signal, number>;
  readonly refused: Record<Signal, number>;
  /** Attributes, events, links and texts that were cut to their limits. */
  cut: number;
  /** Requests that were answered with a 4xx. */
  refusedRequests: number;
}

export function newCounters(): IntakeCounters {
  return {
    taken: { traces: 0, logs: 0, metrics: 0 },
    refused: { traces: 0, logs: 0, metrics: 0 },
    cut: 0,
    refusedRequests: 0,
  };
}

export function refusedItems({ refused }: IntakeCounters): number {
  return refused.traces + refused.logs + refused.metrics;
}
