import { readSettings, type Values } from '../config/read-settings.ts';
import { oneOf, text, webAddress, whole } from '../config/settings.ts';
import { readHeaders } from './otlp/receiver-headers.ts';
import type { Receiver } from './otlp/sender.ts';

export const telemetrySettings = {
  OTEL_SERVICE_NAME: text('Name of the service on spans and log lines; its own when absent', { isOptional: true }),
  SERVICE_NAMESPACE: text('Namespace of the service on spans', { fallback: 'octo' }),
  APP_VERSION: text('Version of the service on spans and in /api/version', { fallback: '0.1.0' }),
  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress(
    'Base address of an OTLP/HTTP receiver; spans go to its /v1/traces, log lines to its /v1/logs, metrics to its /v1/metrics',
    {
      isOptional: true,
    },
  ),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: webAddress('Full address for spans; goes before the base address', {
    isOptional: true,
  }),
  OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: webAddress('Full address for log lines; goes before the base address', {
    isOptional: true,
  }),
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: webAddress('Full address for metrics; goes before the base address', {
    isOptional: true,
  }),
  OTEL_METRIC_EXPORT_INTERVAL: whole(
    'Milliseconds between two exports of metrics',
    { min: 100, max: 3_600_000 },
    { fallback: 10_000 },
  ),
  OTLP_LOGS_ENABLED: oneOf(
    'Whether log lines are sent to the receiver as well; false for one that takes none, such as OCI APM',
    ['true', 'false'],
    { fallback: 'true' },
  ),
  OTEL_EXPORTER_OTLP_HEADERS: {
    ...text('Headers for the receiver: name=value, comma separated, values percent-encoded', {
      isOptional: true,
      isSecret: true,
    }),
    parse: readHeaders,
  },
  OTEL_EXPORTER_OTLP_TIMEOUT: whole(
    'Milliseconds that the receiver may take',
    { min: 100, max: 60_000 },
    { fallback: 10_000 },
  ),
  OTEL_EXPORTER_OTLP_COMPRESSION: oneOf(
    'Whether exports are packed; worth its cost for a receiver that is far away',
    ['none', 'gzip'],
    { fallback: 'none' },
  ),
  OTEL_BSP_SCHEDULE_DELAY: whole('Milliseconds between two exports', { min: 50, max: 60_000 }, { fallback: 1000 }),
};

export interface TelemetryConfig {
  serviceName: string;
  serviceNamespace: string;
  serviceVersion: string;
  exportDelayMs: number;
  exportTimeoutMs: number;
  isCompressed: boolean;
  /** Where spans go; when undefined they are recorded and dropped. */
  traces: Receiver | undefined;
  /** Where log lines go beside standard output; undefined keeps them to that. */
  logs: Receiver | undefined;
  /** Where metrics go; when undefined they are counted for /metrics alone. */
  metrics: Receiver | undefined;
  metricsIntervalMs: number;
}

export function readTelemetryConfig(env: NodeJS.ProcessEnv, ownName: string): TelemetryConfig {
  const values = readSettings(telemetrySettings, env);
  return Object.freeze({
    serviceName: values.OTEL_SERVICE_NAME ?? ownName,
    serviceNamespace: values.SERVICE_NAMESPACE,
    serviceVersion: values.APP_VERSION,
    exportDelayMs: values.OTEL_BSP_SCHEDULE_DELAY,
    exportTimeoutMs: values.OTEL_EXPORTER_OTLP_TIMEOUT,
    isCompressed: values.OTEL_EXPORTER_OTLP_COMPRESSION === 'gzip',
    traces: receiver(values, values.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, 'traces'),
    logs:
      values.OTLP_LOGS_ENABLED === 'true'
        ? receiver(values, values.OTEL_EXPORTER_OTLP_LOGS_ENDPOINT, 'logs')
        : undefined,
    metrics: receiver(values, values.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT, 'metrics'),
    metricsIntervalMs: values.OTEL_METRIC_EXPORT_INTERVAL,
  });
}

/** Where a signal goes: to an address of its own, else below the base address. */
function receiver(
  values: Values<typeof telemetrySettings>,
  ownUrl: string | undefined,
  signal: string,
): Receiver | undefined {
  const base = values.OTEL_EXPORTER_OTLP_ENDPOINT;
  const url = ownUrl ?? (base === undefined ? undefined : `${base}/v1/${signal}`);
  if (url === undefined) return undefined;
  return { url, headers: values.OTEL_EXPORTER_OTLP_HEADERS ?? {} };
}

/** The environment of this process, for the preload that runs before any application code. */
export function readProcessTelemetryConfig(ownName: string): TelemetryConfig {
  return readTelemetryConfig(process.env, ownName);
}
