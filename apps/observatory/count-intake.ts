import { dropReason } from '@octo/contracts/telemetry/observatory.ts';
import { observe } from '@octo/platform/telemetry/metrics/instruments.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import type { Observatory } from './context.ts';
import type { Signal } from './otlp/answer.ts';
import {
  pointsLeftOut,
  recordsCut,
  recordsLost,
  recordsRefused,
  recordsTaken,
  spansDropped,
  storeSize,
} from './telemetry-names.ts';

/** Tells on /metrics what came in and became of it, until it is disposed of. */
export function countIntake({ counters, queue, store }: Observatory): Disposable {
  const stack = new DisposableStack();
  const bySignal = (counts: Readonly<Record<Signal, number>>) => Object.entries(counts);
  stack.use(
    observe(recordsTaken, (result) => {
      for (const [signal, count] of bySignal(counters.taken))
        result.observe(count, { [attributeNames.signal]: signal });
    }),
  );
  stack.use(
    observe(recordsRefused, (result) => {
      for (const [signal, count] of bySignal(counters.refused))
        result.observe(count, { [attributeNames.signal]: signal });
    }),
  );
  stack.use(observe(recordsLost, (result) => result.observe(queue.lost())));
  stack.use(observe(recordsCut, (result) => result.observe(counters.cut)));
  stack.use(
    observe(spansDropped, (result) => {
      const { traceFull, ...dropped } = store.dropped();
      for (const [reason, count] of Object.entries({ ...dropped, trace_full: traceFull, failed: queue.failed() }))
        result.observe(count, { [dropReason]: reason });
    }),
  );
  stack.use(observe(pointsLeftOut, (result) => result.observe(store.pointsLeftOut())));
  stack.use(observe(storeSize, (result) => result.observe(store.storeBytes())));
  return stack;
}
