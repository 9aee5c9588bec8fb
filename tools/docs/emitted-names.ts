import type { SpanName, TelemetryName } from '@octo/platform/telemetry/names.ts';
import * as crm from '../../apps/crm/telemetry-names.ts';
import * as shop from '../../apps/shop/telemetry-names.ts';

/** A name of the catalogue, and which services emit it. */
export type Emitted<T> = T & { readonly by: string };

/** Every span of any service. */
export function emittedSpans(): Emitted<SpanName>[] {
  return merge(shop.spanNames, crm.spanNames, (ours) => ours);
}

/** Every attribute and every field of a log line, of any service, with all the places where it appears. */
export function emittedNames(): Emitted<TelemetryName>[] {
  return merge(shop.telemetryNames, crm.telemetryNames, (ours, theirs) => ({
    ...ours,
    on: [...new Set([...ours.on, ...theirs.on])],
  }));
}

function merge<T extends { readonly name: string }>(
  shop: readonly T[],
  crm: readonly T[],
  join: (ours: T, theirs: T) => T,
): Emitted<T>[] {
  const ofShop = shop.map((ours) => {
    const theirs = crm.find(({ name }) => name === ours.name);
    return theirs ? { ...join(ours, theirs), by: 'both' } : { ...ours, by: 'shop' };
  });
  const ofCrmAlone = crm.filter(({ name }) => !shop.some((ours) => ours.name === name));
  return [...ofShop, ...ofCrmAlone.map((theirs) => ({ ...theirs, by: 'CRM' }))];
}
