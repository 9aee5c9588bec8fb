import type { Metric } from '@octo/platform/telemetry/metrics/definition.ts';
import type { SpanName, TelemetryName } from '@octo/platform/telemetry/names/name.ts';
import * as crm from '../../apps/crm/telemetry-names.ts';
import * as observatory from '../../apps/observatory/telemetry-names.ts';
import * as shop from '../../apps/shop/telemetry-names.ts';
import * as gateway from '../../apps/workflow-gateway/telemetry-names.ts';

/** What one service lets others see of itself. */
interface Catalogue {
  readonly spanNames: readonly SpanName[];
  readonly telemetryNames: readonly TelemetryName[];
  readonly metricNames: readonly Metric[];
}

/** Every service that is observed, by the word that people know it by. */
const catalogues: Readonly<Record<string, Catalogue>> = { shop, CRM: crm, gateway };
const everyService = Object.keys(catalogues).length;

/** A name of the catalogue, and which services emit it. */
export type Emitted<T> = T & { readonly by: string };

/** Every span of any service. */
export function emittedSpans(): Emitted<SpanName>[] {
  return merged(
    ({ spanNames }) => spanNames,
    (one) => one,
  );
}

/** Every attribute and every field of a log line, of any service, with all the places where it appears, and those of the observatory's own metrics. */
export function emittedNames(): Emitted<TelemetryName>[] {
  const shared = merged(
    ({ telemetryNames }) => telemetryNames,
    (one, other) => ({ ...one, on: [...new Set([...one.on, ...other.on])] }),
  );
  return [...shared, ...byObservatory(observatory.telemetryNames)];
}

/** Every metric of any service, and what the observatory counts of itself. */
export function emittedMetrics(): Emitted<Metric>[] {
  const shared = merged(
    ({ metricNames }) => metricNames,
    (one) => one,
  );
  return [...shared, ...byObservatory(observatory.metricNames)];
}

function byObservatory<T>(list: readonly T[]): Emitted<T>[] {
  return list.map((entry) => ({ ...entry, by: 'observatory' }));
}

function merged<T extends { readonly name: string }>(
  list: (catalogue: Catalogue) => readonly T[],
  join: (one: T, other: T) => T,
): Emitted<T>[] {
  const found = new Map<string, { entry: T; by: Set<string> }>();
  for (const [service, catalogue] of Object.entries(catalogues)) {
    for (const entry of list(catalogue)) {
      const known = found.get(entry.name);
      found.set(entry.name, {
        entry: known ? join(known.entry, entry) : entry,
        by: new Set([...(known?.by ?? []), service]),
      });
    }
  }
  return [...found.values()].map(({ entry, by }) => ({
    ...entry,
    by: by.size === everyService ? 'all' : [...by].join(', '),
  }));
}
