import type { Attributes } from '@opentelemetry/api';
import type { TelemetryConfig } from '../config.ts';
import { resourceBytes } from '../otlp/envelope.ts';
import { createExporter } from '../otlp/exporter.ts';
import { createSender, type NamedReceiver, type Sender } from '../otlp/sender.ts';
import type { Fate, ReceiverName, ReceiverReport } from './fate.ts';

/** What receivers are opened with. */
export interface ReceiverSetting {
  config: TelemetryConfig;
  /** Who it is that sends. */
  resource: Attributes;
  instanceId: string;
  /** The book of one receiver; `records` is what people call what it gets. */
  fateOf(receiver: ReceiverName, records: string): Fate;
}

/** The receivers of one signal. */
export interface Receivers extends AsyncDisposable {
  reports(): ReceiverReport[];
}

/** A queue of records for each receiver, so that a slow one does not hold up the others. */
export function openExporters(
  { config, resource, fateOf }: ReceiverSetting,
  receivers: readonly NamedReceiver[],
  records: string,
) {
  const bytes = resourceBytes(resource);
  return receivers.map((receiver) => ({
    receiver: receiver.name,
    exporter: createExporter({
      resource: bytes,
      sender: openSender(receiver, config),
      delayMs: config.exportDelayMs,
      fate: fateOf(receiver.name, records),
    }),
  }));
}

export function openSender(receiver: NamedReceiver, { exportTimeoutMs: timeoutMs }: TelemetryConfig): Sender {
  return createSender(receiver, { timeoutMs, isCompressed: receiver.isCompressed });
}
