import type { Metric } from '@octo/platform/telemetry/metrics/definition.ts';
import type { EventName, SpanName, TelemetryName } from '@octo/platform/telemetry/names/name.ts';
import * as crm from '../../apps/crm/telemetry-names.ts';
import { browserEvents, browserNames, browserSpanNames } from '../../apps/observatory/browser/telemetry-names.ts';
import * as observatory from '../../apps/observatory/telemetry-names.ts';
import * as shop from '../../apps/shop/telemetry-names.ts';
import * as gateway from '../../apps/workflow-gateway/telemetry-names.ts';

/** What one service lets others see of itself. */
interface Catalogue {
  readonly spanNames: readonly SpanName[];
  readonly telemetryNames: readonly TelemetryName[];
  readonly metricNames: readonly Metric[];
  readonly eventNames: readonly EventName[];
}

/** Every service that is observed, by the word that people know it by. */
const catalogues: Readonly<Record<string, Catalogue>> = { shop, CRM: crm, gateway };
const everyService = Object.keys(catalogues).length;

/** A name of the catalogue, and which services emit it. */
export type Emitted<T> = T & { readonly by: string };

/** Every span of any service, and those of browsers. */
export function emittedSpans(): Emitted<SpanName>[] {
  const shared = merged(
    ({ spanNames }) => spanNames,
    (one) => one,
  );
  return [...shared, ...madeBy('browser', browserSpanNames)];
}

/** Every event of any service, and those of browsers. */
export function emittedEvents(): Emitted<EventName>[] {
  const shared = merged(
    ({ eventNames }) => eventNames,
    (one) => one,
  );
  return [...shared, ...madeBy('browser', browserEvents)];
}

/** Every attribute and every field of a log line, of any service, with all the places where it appears; those of the observatory's own metrics, and those of browsers. */
export function emittedNames(): Emitted<TelemetryName>[] {
  const shared = merged(
    ({ telemetryNames }) => telemetryNames,
    (one, other) => ({ ...one, on: [...new Set([...one.on, ...other.on])] }),
  );
  return [...shared, ...madeBy('observatory', observatory.telemetryNames), ...madeBy('browser', browserNames)];
}

/** Every metric of any service, and what the observatory counts of itself. */
export function emittedMetrics(): Emitted<Metric>[] {
  const shared = merged(
    ({ metricNames }) => metricNames,
    (one) => one,
  );
  return [...shared, ...madeBy('observatory', observatory.metricNames)];
}

function madeBy<T>(by: string, list: readonly T[]): Emitted<T>[] {
  return list.map((entry) => ({ ...entry, by }));
}

/** What means one thing in one place and another elsewhere, such as `server.address`, is told apart. */
function merged<T extends { readonly name: string; readonly meaning: string }>(
  list: (catalogue: Catalogue) => readonly T[],
  join: (one: T, other: T) => T,
): Emitted<T>[] {
  const found = new Map<string, { entry: T; by: Set<string> }>();
  for (const [service, catalogue] of Object.entries(catalogues)) {
    for (const entry of list(catalogue)) {
      const key = `${entry.name}: ${entry.meaning}`;
      const known = found.get(key);
      found.set(key, {
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
