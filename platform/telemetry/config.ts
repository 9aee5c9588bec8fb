import { readSettings, type Values } from '../config/read-settings.ts';
import { oneOf, text, webAddress, whole } from '../config/settings.ts';
import { apmReceivers } from './oci/apm.ts';
import {
  type OciLoggingConfig,
  type OciMonitoringConfig,
  ociFaults,
  ociLogging,
  ociMonitoring,
  ociSettings,
} from './oci/settings.ts';
import { readHeaders } from './otlp/receiver-headers.ts';
import type { NamedReceiver } from './otlp/sender.ts';

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
  ...ociSettings,
};

/** The service itself refuses what it does not know, together with all its other faults. */
const environment = text('What the process is for', { fallback: 'development' });

export interface TelemetryConfig {
  serviceName: string;
  serviceNamespace: string;
  serviceVersion: string;
  environment: string;
  exportDelayMs: number;
  exportTimeoutMs: number;
  /** Where spans go, side by side; when nowhere, they are recorded and dropped. */
  traces: readonly NamedReceiver[];
  /** Where log lines go as OTLP, beside standard output. */
  logs: readonly NamedReceiver[];
  /** Where metrics go as OTLP; they are counted for /metrics in any case. */
  metrics: readonly NamedReceiver[];
  metricsIntervalMs: number;
  ociLogging: OciLoggingConfig | undefined;
  ociMonitoring: OciMonitoringConfig | undefined;
}

export function readTelemetryConfig(env: NodeJS.ProcessEnv, ownName: string): TelemetryConfig {
  const values = readSettings({ ...telemetrySettings, APP_ENV: environment }, env, ociFaults);
  const { OCI_APM_ENDPOINT: apmEndpoint, OCI_APM_PRIVATE_DATA_KEY: dataKey } = values;
  const apm = apmEndpoint && dataKey ? apmReceivers(apmEndpoint, dataKey) : undefined;
  const takesLogs = values.OTLP_LOGS_ENABLED === 'true';
  return Object.freeze({
    serviceName: values.OTEL_SERVICE_NAME ?? ownName,
    serviceNamespace: values.SERVICE_NAMESPACE,
    serviceVersion: values.APP_VERSION,
    environment: values.APP_ENV,
    exportDelayMs: values.OTEL_BSP_SCHEDULE_DELAY,
    exportTimeoutMs: values.OTEL_EXPORTER_OTLP_TIMEOUT,
    traces: present(receiver(values, values.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, 'traces'), apm?.traces),
    logs: takesLogs ? present(receiver(values, values.OTEL_EXPORTER_OTLP_LOGS_ENDPOINT, 'logs')) : [],
    metrics: present(receiver(values, values.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT, 'metrics'), apm?.metrics),
    metricsIntervalMs: values.OTEL_METRIC_EXPORT_INTERVAL,
    ociLogging: ociLogging(values),
    ociMonitoring: ociMonitoring(values),
  });
}

function present(...receivers: (NamedReceiver | undefined)[]): NamedReceiver[] {
  return receivers.filter((one) => one !== undefined);
}

/** Where a signal goes: to an address of its own, else below the base address. */
function receiver(
  values: Values<typeof telemetrySettings>,
  ownUrl: string | undefined,
  signal: string,
): NamedReceiver | undefined {
  const base = values.OTEL_EXPORTER_OTLP_ENDPOINT;
  const url = ownUrl ?? (base === undefined ? undefined : `${base}/v1/${signal}`);
  if (url === undefined) return undefined;
  const isCompressed = values.OTEL_EXPORTER_OTLP_COMPRESSION === 'gzip';
  return { name: 'otlp', url, headers: values.OTEL_EXPORTER_OTLP_HEADERS ?? {}, isCompressed };
}

/** The environment of this process, for the preload that runs before any application code. */
export function readProcessTelemetryConfig(ownName: string): TelemetryConfig {
  return readTelemetryConfig(process.env, ownName);
}
