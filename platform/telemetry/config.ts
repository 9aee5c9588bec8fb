import { readSettings, type Values } from '../config/read-settings.ts';
import { text, webAddress, whole } from '../config/settings.ts';

export const telemetrySettings = {
  OTEL_SERVICE_NAME: text('Name of the service on spans and log lines; its own when absent', { isOptional: true }),
  SERVICE_NAMESPACE: text('Namespace of the service on spans', { fallback: 'octo' }),
  APP_VERSION: text('Version of the service on spans and in /api/version', { fallback: '0.1.0' }),
  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress('Base address of an OTLP/HTTP receiver; spans go to its /v1/traces', {
    isOptional: true,
  }),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: webAddress('Full address for spans; goes before the base address', {
    isOptional: true,
  }),
  OTEL_EXPORTER_OTLP_HEADERS: text('Headers for the receiver: name=value, comma separated, values percent-encoded', {
    isOptional: true,
    isSecret: true,
  }),
  OTEL_BSP_SCHEDULE_DELAY: whole('Milliseconds between two exports', { min: 50, max: 60_000 }, { fallback: 1000 }),
};

export interface TelemetryConfig {
  serviceName: string;
  serviceNamespace: string;
  serviceVersion: string;
  exportDelayMs: number;
  /** Where spans go; when undefined they are recorded and dropped. */
  traces: { url: string; headers: Record<string, string> } | undefined;
}

export function readTelemetryConfig(env: NodeJS.ProcessEnv, ownName: string): TelemetryConfig {
  const values = readSettings(telemetrySettings, env);
  return Object.freeze({
    serviceName: values.OTEL_SERVICE_NAME ?? ownName,
    serviceNamespace: values.SERVICE_NAMESPACE,
    serviceVersion: values.APP_VERSION,
    exportDelayMs: values.OTEL_BSP_SCHEDULE_DELAY,
    traces: readTraces(values),
  });
}

function readTraces(values: Values<typeof telemetrySettings>): TelemetryConfig['traces'] {
  const base = values.OTEL_EXPORTER_OTLP_ENDPOINT;
  const url = values.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (base === undefined ? undefined : `${base}/v1/traces`);
  if (url === undefined) return undefined;
  const pairs = (values.OTEL_EXPORTER_OTLP_HEADERS ?? '').split(',').filter((pair) => pair.includes('='));
  const headers = pairs.map((pair) => [
    pair.slice(0, pair.indexOf('=')).trim(),
    percentDecoded(pair.slice(pair.indexOf('=') + 1).trim()),
  ]);
  return { url, headers: Object.fromEntries(headers) };
}

/** As OpenTelemetry has it: a comma or space in a header arrives percent-encoded. */
function percentDecoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The environment of this process, for the preload that runs before any application code. */
export function readProcessTelemetryConfig(ownName: string): TelemetryConfig {
  return readTelemetryConfig(process.env, ownName);
}
