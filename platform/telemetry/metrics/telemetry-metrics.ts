import type { ReceiverReport } from '../receivers/fate.ts';
import { counter, gauge, type Metric, upDownCounter } from './definition.ts';
import { observe } from './instruments.ts';

const attributes = ['octo.telemetry.signal', 'octo.telemetry.receiver'] as const;
const records = { unit: '{record}', attributes } as const;

export const recordsSent = counter('octo.telemetry.sent', {
  ...records,
  meaning: 'Spans, log lines and metric points that a receiver took',
});
export const recordsDropped = counter('octo.telemetry.dropped', {
  ...records,
  meaning: 'Those that were given up: no room, or a receiver that is away or refuses them',
});
export const recordsWaiting = upDownCounter('octo.telemetry.waiting', {
  ...records,
  meaning: 'Those that are still to go to a receiver',
});
export const lastSuccess = gauge('octo.telemetry.last_success', {
  unit: 's',
  meaning: 'When a receiver last took something, in seconds since 1970; absent while it never did',
  attributes,
});

export const receiverMetrics: readonly Metric[] = [recordsSent, recordsDropped, recordsWaiting, lastSuccess];

/** Tells what became of the records of each signal, by receiver. */
export function watchReceivers(reports: () => readonly ReceiverReport[]): Disposable {
  const stack = new DisposableStack();
  const each = (metric: Metric, pick: (report: ReceiverReport) => number | undefined) =>
    stack.use(
      observe(metric, (result) => {
        for (const report of reports()) {
          const value = pick(report);
          const series = { 'octo.telemetry.signal': report.signal, 'octo.telemetry.receiver': report.receiver };
          if (value !== undefined) result.observe(value, series);
        }
      }),
    );
  each(recordsSent, ({ sent }) => sent);
  each(recordsDropped, ({ dropped }) => dropped);
  each(recordsWaiting, ({ waiting }) => waiting);
  each(lastSuccess, ({ lastSuccessMs }) => lastSuccessMs && lastSuccessMs / 1000);
  return stack;
}
