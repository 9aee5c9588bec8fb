import {
  connectionCount,
  connectionMax,
  connectionTimeouts,
  connectionWait,
  operationDuration,
  pendingRequests,
  spansMissing,
} from '../metrics/database-metrics.ts';
import type { Metric } from '../metrics/definition.ts';
import { activeRequests, clientDuration, serverDuration } from '../metrics/http-metrics.ts';
import { runtimeMetrics } from '../metrics/runtime-metrics.ts';
import { serviceMetrics } from '../metrics/service-metrics.ts';
import { receiverMetrics } from '../metrics/telemetry-metrics.ts';
import { own, standard, type TelemetryName } from './name.ts';

/** What tells the series of a metric apart, where spans have no such name. */
export const metricAttributeNames: readonly TelemetryName[] = [
  standard('db.client.connection.pool.name', 'metric', 'Pool of sessions: `main` serves requests'),
  standard('db.client.connection.state', 'metric', '`used` or `idle`'),
  standard('v8js.heap.space.name', 'metric', 'Part of the heap'),
  standard('v8js.gc.type', 'metric', '`minor`, `major`, `incremental`, `weakcb`'),
  standard('cpu.mode', 'metric', '`user` or `system`'),
  own('octo.telemetry.signal', 'metric', '`traces`, `logs` or `metrics`'),
  own(
    'octo.telemetry.receiver',
    ['metric', 'log line'],
    'Where telemetry goes: `otlp`, `oci_apm`, `oci_logging`, `oci_monitoring`',
  ),
];

/** Every metric that the platform counts, for any app. */
export const metricNames: readonly Metric[] = [
  serverDuration,
  activeRequests,
  clientDuration,
  operationDuration,
  connectionCount,
  connectionMax,
  pendingRequests,
  connectionWait,
  connectionTimeouts,
  spansMissing,
  ...runtimeMetrics,
  ...serviceMetrics,
  ...receiverMetrics,
];
