import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BatchSpanProcessor, type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { uuidV7 } from '../context/uuid-v7.ts';
import type { TelemetryConfig } from './config.ts';

/** Installs the global tracer, context manager and W3C propagation; `extra` processors see every span too. */
export function startTelemetry(config: TelemetryConfig, extra: SpanProcessor[] = []): TracerProvider {
  const provider = new TracerProvider({
    // Every request is recorded, whatever a caller's traceparent says of sampling.
    sampler: new AlwaysOnSampler(),
    resource: resourceFromAttributes({
      'service.name': config.serviceName,
      'service.namespace': config.serviceNamespace,
      'service.version': config.serviceVersion,
      'service.instance.id': uuidV7(),
      'process.pid': process.pid,
      'process.runtime.name': 'nodejs',
      'process.runtime.version': process.versions.node,
    }),
    spanProcessors: [...exporters(config), ...extra],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return provider;
}

function exporters(config: TelemetryConfig): SpanProcessor[] {
  if (!config.traces) return [];
  const exporter = new OTLPTraceExporter({ url: config.traces.url, headers: config.traces.headers });
  return [new BatchSpanProcessor({ exporter, scheduledDelayMillis: config.exportDelayMs })];
}
