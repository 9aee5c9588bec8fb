import { attributeNames as names } from '../names/attributes.ts';
import { lastSuccess, recordsDropped, recordsSent, recordsWaiting } from '../names/metrics/receivers.ts';
import type { ReceiverReport } from '../receivers/fate.ts';
import type { Metric } from './definition.ts';
import { observe } from './instruments.ts';

/** Tells what became of the records of each signal, by receiver. */
export function watchReceivers(reports: () => readonly ReceiverReport[]): Disposable {
  const stack = new DisposableStack();
  const each = (metric: Metric, pick: (report: ReceiverReport) => number | undefined) =>
    stack.use(
      observe(metric, (result) => {
        for (const report of reports()) {
          const value = pick(report);
          const series = { [names.signal]: report.signal, [names.receiver]: report.receiver };
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
