import { type Attributes, context, propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { uuidV7 } from '../context/uuid-v7.ts';
import type { TelemetryConfig } from './config.ts';
import { exportLogs, writeLogRecord } from './log-export.ts';
import { createLogger } from './logger.ts';
import { startMetrics } from './metrics/start-metrics.ts';
import { watchExports } from './metrics/telemetry-metrics.ts';
import { resourceBytes } from './otlp/envelope.ts';
import { createExporter, type Exporter, type ExporterStatus } from './otlp/exporter.ts';
import { createSender, type Receiver, type Sender } from './otlp/sender.ts';
import { createPropagator } from './tracer/propagator.ts';
import type { RecordedSpan } from './tracer/recorded-span.ts';
import { createTracer } from './tracer/tracer.ts';
import { writeSpan } from './tracer/write-span.ts';

export interface Telemetry extends AsyncDisposable {
  /** What became of the records of each signal that is sent; undefined for one that is not. */
  status(): { traces: ExporterStatus | undefined; logs: ExporterStatus | undefined };
}

/** Installs the global tracer, context manager and propagation, the metrics, and the export of all signals; `seeEnded` sees every span too. */
export function startTelemetry(config: TelemetryConfig, seeEnded?: (span: RecordedSpan) => void): Telemetry {
  const resource = resourceBytes(resourceOf(config));
  const open = (receiver: Receiver | undefined, records: string) =>
    receiver && openExporter(config, receiver, resource, records);
  const traces = open(config.traces, 'spans');
  const logs = open(config.logs, 'log lines');
  const onEnd = (span: RecordedSpan) => {
    traces?.add(span.start.scope, span, writeSpan);
    seeEnded?.(span);
  };
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(createPropagator());
  trace.setGlobalTracerProvider({ getTracer: (scope) => createTracer(scope, onEnd) });
  exportLogs(logs && ((record) => logs.add('octo.log', record, writeLogRecord)));
  const status = () => ({ traces: traces?.status(), logs: logs?.status() });
  const counting = startMetrics({
    resource: resourceOf(config),
    sender: config.metrics && senderFor(config.metrics, config),
    intervalMs: config.metricsIntervalMs,
  });
  watchExports(status);
  return {
    status,
    [Symbol.asyncDispose]: async () => {
      exportLogs(undefined);
      // Side by side: one receiver that is away must not take the time of the others.
      await Promise.all([traces, logs, counting].map((part) => part?.[Symbol.asyncDispose]()));
    },
  };
}

/** Who it is that sends, as every signal says. */
export function resourceOf(config: TelemetryConfig): Attributes {
  return {
    'service.name': config.serviceName,
    'service.namespace': config.serviceNamespace,
    'service.version': config.serviceVersion,
    'service.instance.id': instanceId,
    'process.pid': process.pid,
    'process.runtime.name': 'nodejs',
    'process.runtime.version': process.versions.node,
  };
}

const instanceId = uuidV7();

function openExporter(config: TelemetryConfig, receiver: Receiver, resource: Buffer, records: string): Exporter {
  const { serviceName: name, serviceNamespace: namespace, serviceVersion: version } = config;
  return createExporter({
    resource,
    sender: senderFor(receiver, config),
    delayMs: config.exportDelayMs,
    onDropped: (dropped, reason) => {
      const { warn } = createLogger({ name, namespace, version });
      const message = `${dropped} ${records} did not reach their receiver and are lost`;
      // Whose request it was that found no room says nothing.
      context.with(ROOT_CONTEXT, warn, undefined, { 'error.type': reason }, message);
    },
  });
}

function senderFor(receiver: Receiver, { exportTimeoutMs: timeoutMs, isCompressed }: TelemetryConfig): Sender {
  return createSender(receiver, { timeoutMs, isCompressed });
}
