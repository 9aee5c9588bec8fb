import { type Attributes, context, propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { uuidV7 } from '../context/uuid-v7.ts';
import type { TelemetryConfig } from './config.ts';
import { exportLogs } from './log-export.ts';
import { createLogger } from './logger.ts';
import { startMetrics } from './metrics/start-metrics.ts';
import { watchReceivers } from './metrics/telemetry-metrics.ts';
import { attributeNames } from './names/attributes.ts';
import type { Monitored } from './oci/monitoring/monitored.ts';
import { closeAll } from './receivers/close-all.ts';
import { createFate, type Fate, type ReceiverName, type ReceiverReport } from './receivers/fate.ts';
import { openLogReceivers } from './receivers/open-log-receivers.ts';
import { openMetricReceivers } from './receivers/open-metric-receivers.ts';
import { openSpanReceivers } from './receivers/open-span-receivers.ts';
import { createPropagator } from './tracer/propagator.ts';
import type { RecordedSpan } from './tracer/recorded-span.ts';
import { createTracer } from './tracer/tracer.ts';

export interface Telemetry extends AsyncDisposable {
  /** What became of the records of each signal, by receiver. */
  reports(): readonly ReceiverReport[];
}

export interface TelemetryExtras {
  /** Sees every span that ends. */
  seeEnded?: (span: RecordedSpan) => void;
  /** What the service tells OCI Monitoring beside what every service does. */
  monitored?: readonly Monitored[];
}

/** Installs the global tracer, context manager and propagation, the metrics, and the export of all signals. */
export function startTelemetry(config: TelemetryConfig, { seeEnded, monitored = [] }: TelemetryExtras = {}): Telemetry {
  const setting = { config, resource: resourceOf(config), instanceId, fateOf: fateTeller(config) };
  const spans = openSpanReceivers(setting);
  const lines = openLogReceivers(setting);
  const metrics = openMetricReceivers(setting, monitored);
  const onEnd = (span: RecordedSpan) => {
    spans.add?.(span);
    seeEnded?.(span);
  };
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(createPropagator());
  trace.setGlobalTracerProvider({ getTracer: (scope) => createTracer(scope, onEnd) });
  exportLogs(lines.add);
  const counting = startMetrics({ resource: setting.resource, readers: metrics.readers });
  const reports = () => [spans, lines, metrics].flatMap((receivers) => receivers.reports());
  watchReceivers(reports);
  return {
    reports,
    [Symbol.asyncDispose]: async () => {
      exportLogs(undefined);
      await closeAll([spans, lines, counting]);
    },
  };
}

/** Who it is that sends, as every signal says. */
export function resourceOf(config: TelemetryConfig): Attributes {
  return {
    [attributeNames.serviceName]: config.serviceName,
    [attributeNames.serviceNamespace]: config.serviceNamespace,
    [attributeNames.serviceVersion]: config.serviceVersion,
    [attributeNames.serviceInstance]: instanceId,
    'process.pid': process.pid,
    'process.runtime.name': 'nodejs',
    'process.runtime.version': process.versions.node,
  };
}

const instanceId = uuidV7();

/** Says in a line what a receiver did not get. */
function fateTeller(config: TelemetryConfig): (receiver: ReceiverName, records: string) => Fate {
  const { serviceName: name, serviceNamespace: namespace, serviceVersion: version } = config;
  return (receiver, records) =>
    createFate((dropped, reason) => {
      const { warn } = createLogger({ name, namespace, version });
      const message = `${dropped} ${records} did not reach their receiver and are lost`;
      const fields = { [attributeNames.errorType]: reason, [attributeNames.receiver]: receiver };
      // Whose request it was that found no room says nothing.
      context.with(ROOT_CONTEXT, warn, undefined, fields, message);
    });
}
