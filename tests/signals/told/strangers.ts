import { browserActivities, browserService } from '@octo/contracts/browser-telemetry.ts';
import type { TraceSpan } from '@octo/contracts/observatory.ts';
import type { BrowserStep } from '@octo/contracts/observatory-browser.ts';
import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import type { MetricEntry } from '@octo/contracts/observatory-metrics.ts';
import { entryOf, isKnown } from '../../telemetry/emitted.ts';
import { catalogueOf } from './catalogues.ts';
import type { Told } from './read-told.ts';

/** Every name that was told and is not in the catalogue of whoever told it, with who that was and where it stood. */
export function strangersIn({ spans, logs, metrics, steps }: Told): string[] {
  const strangers = [
    ...spans.flatMap(ofSpan),
    ...logs.flatMap((line) => ofEvent(line.service, 'log line', line)),
    ...metrics.flatMap(ofMetric),
    ...steps.filter(isEvent).flatMap((step) => ofEvent(browserService, 'browser event', step)),
  ];
  return [...new Set(strangers)].sort();
}

function ofSpan({ service, name, kind, attributes, resource, events }: TraceSpan): string[] {
  const catalogue = catalogueOf(service);
  const seen = { name, kind: kind.toUpperCase(), attributes: Object.keys(attributes), resource: Object.keys(resource) };
  const place = entryOf(catalogue, seen)?.on;
  if (place === undefined) return [`${service}: ${kind} span ${name}`];
  const unknown = [
    ...seen.attributes.filter((one) => !isKnown(catalogue, one, place)).map((one) => `${place}: ${one}`),
    ...seen.resource.filter((one) => !isKnown(catalogue, one, 'resource')).map((one) => `resource: ${one}`),
    ...events.map((event) => `event of a span: ${event.name}`),
  ];
  return unknown.map((one) => `${service}: ${one}`);
}

/** A line of a log, or what a browser tells beside its spans. */
function ofEvent(
  service: string,
  place: 'log line' | 'browser event',
  { attributes }: Pick<LogRecord | BrowserStep, 'attributes'>,
): string[] {
  const catalogue = catalogueOf(service);
  const event = attributes['event.name'];
  const isKnownEvent = event === undefined || catalogue.eventNames.some(({ name }) => name === event);
  const unknown = Object.keys(attributes).filter((one) => !isKnown(catalogue, one, place));
  return [
    ...unknown.map((one) => `${service}: ${place}: ${one}`),
    ...(isKnownEvent ? [] : [`${service}: event ${event}`]),
  ];
}

function ofMetric({ name, unit, attributes, services }: MetricEntry): string[] {
  return services.flatMap((service) => {
    const known = catalogueOf(service).metricNames.find((metric) => metric.name === name);
    if (known?.unit !== unit) return [`${service}: metric ${name} in ${unit}`];
    const unknown = attributes.filter((one) => !known.attributes.includes(one.name));
    return unknown.map((one) => `${service}: metric ${name} by ${one.name}`);
  });
}

/** Its spans are told with the traces. */
function isEvent({ kind }: BrowserStep): boolean {
  return !browserActivities.some((activity) => activity === kind);
}
