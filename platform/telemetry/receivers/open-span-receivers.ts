import type { RecordedSpan } from '../tracer/recorded-span.ts';
import { writeSpan } from '../tracer/write-span.ts';
import { addToAll } from './add-to-all.ts';
import { closeAll } from './close-all.ts';
import { openExporters, type ReceiverSetting, type Receivers } from './receivers.ts';

export interface SpanReceivers extends Receivers {
  /** Undefined where spans go nowhere. */
  add: ((span: RecordedSpan) => void) | undefined;
}

export function openSpanReceivers(setting: ReceiverSetting): SpanReceivers {
  const opened = openExporters(setting, setting.config.traces, 'spans');
  const exporters = opened.map(({ exporter }) => exporter);
  const add = addToAll(exporters);
  return {
    add: add && ((span) => add(span.start.scope, span, writeSpan)),
    reports: () => opened.map(({ receiver, exporter }) => ({ signal: 'traces', receiver, ...exporter.status() })),
    [Symbol.asyncDispose]: () => closeAll(exporters),
  };
}
