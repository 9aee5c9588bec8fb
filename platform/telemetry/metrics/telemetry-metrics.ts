import type { ObservableCallback } from '@opentelemetry/api';
import { counter } from './definition.ts';
import { observe } from './instruments.ts';

const bySignal = { unit: '{record}', attributes: ['octo.telemetry.signal'] } as const;

export const recordsSent = counter('octo.telemetry.sent', {
  ...bySignal,
  meaning: 'Spans and log lines that the receiver took',
});
export const recordsDropped = counter('octo.telemetry.dropped', {
  ...bySignal,
  meaning: 'Spans and log lines that were given up: no room, or a receiver that is away or refuses them',
});

interface SignalStatus {
  sent: number;
  dropped: number;
}

/** Tells what became of the records of each signal that is sent. */
export function watchExports(status: () => Readonly<Record<string, SignalStatus | undefined>>): Disposable {
  const stack = new DisposableStack();
  const each =
    (pick: (status: SignalStatus) => number): ObservableCallback =>
    (result) => {
      for (const [signal, one] of Object.entries(status()))
        if (one) result.observe(pick(one), { 'octo.telemetry.signal': signal });
    };
  stack.use(
    observe(
      recordsSent,
      each(({ sent }) => sent),
    ),
  );
  stack.use(
    observe(
      recordsDropped,
      each(({ dropped }) => dropped),
    ),
  );
  return stack;
}
