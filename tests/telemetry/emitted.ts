import { SpanKind } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import type { ReceivedSpans } from '../../apps/shop/testing/otlp.ts';
import type { Place, SpanName, TelemetryName } from '../../platform/telemetry/names.ts';

export interface EmittedSpan {
  name: string;
  kind: string | undefined;
  attributes: string[];
  resource: string[];
}

/** All that one service has let others see of itself. */
export interface Emitted {
  spans: EmittedSpan[];
  lines: Record<string, unknown>[];
}

export interface Catalogue {
  spanNames: readonly SpanName[];
  telemetryNames: readonly TelemetryName[];
}

export function fromRecorded(spans: readonly ReadableSpan[]): EmittedSpan[] {
  return spans.map(({ name, kind, attributes, resource }) => ({
    name,
    kind: SpanKind[kind],
    attributes: Object.keys(attributes),
    resource: Object.keys(resource.attributes),
  }));
}

export function fromReceived(parts: readonly ReceivedSpans[]): EmittedSpan[] {
  return parts.flatMap(({ resource, spans }) =>
    spans.map(({ name, kind, attributes }) => ({
      name,
      kind,
      attributes: Object.keys(attributes),
      resource: Object.keys(resource),
    })),
  );
}

/** The entry of the catalogue that a span comes under. */
export function entryOf({ spanNames }: Catalogue, span: EmittedSpan): SpanName | undefined {
  return spanNames.find(({ kind, pattern }) => kind === span.kind && pattern.test(span.name));
}

export function isKnown({ telemetryNames }: Catalogue, name: string, place: Place): boolean {
  return telemetryNames.some((known) => known.name === name && known.on.includes(place));
}

/** Every name of an attribute or a field that was emitted. */
export function namesIn({ spans, lines }: Emitted): Set<string> {
  return new Set([
    ...spans.flatMap(({ attributes, resource }) => [...attributes, ...resource]),
    ...lines.flatMap((line) => Object.keys(line)),
  ]);
}
