import { attributeNames as names } from './attributes.ts';
import { bounded, own, proposed, type TelemetryName } from './name.ts';

/** What tells the series of a metric apart, where spans have no such name. */
export const metricAttributeNames: readonly TelemetryName[] = [
  proposed(names.pool, 'metric', 'Pool of sessions: `main` serves requests'),
  proposed(names.connectionState, 'metric', '`used` or `idle`'),
  proposed('v8js.heap.space.name', 'metric', 'Part of the heap', bounded),
  proposed('v8js.gc.type', 'metric', '`minor`, `major`, `incremental`, `weakcb`'),
  proposed('cpu.mode', 'metric', '`user` or `system`'),
  own(names.signal, 'metric', '`traces`, `logs` or `metrics`'),
  own(
    names.receiver,
    ['metric', 'log line'],
    'Where telemetry goes: `otlp`, `oci_apm`, `oci_logging`, `oci_monitoring`',
  ),
];
