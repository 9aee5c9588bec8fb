import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as crmCatalogue from '../apps/crm/telemetry-names.ts';
import * as shopCatalogue from '../apps/shop/telemetry-names.ts';
import * as gatewayCatalogue from '../apps/workflow-gateway/telemetry-names.ts';
import { platformEvents } from '../platform/telemetry/names/events.ts';
import { faultEvents, faultNames } from '../platform/telemetry/names/faults.ts';
import { messagingNames } from '../platform/telemetry/names/messaging.ts';
import { metricNames as platformMetricNames } from '../platform/telemetry/names/metrics.ts';
import { telemetryNames as platformTelemetryNames } from '../platform/telemetry/names.ts';
import { type Catalogue, type Emitted, entryOf, fieldsOfOtherTypes, isKnown, namesIn } from './telemetry/emitted.ts';
import { tellStory } from './telemetry/tell-story.ts';

const { shop, crm, gateway } = await tellStory();
const services: [string, Catalogue, Emitted][] = [
  ['the shop', shopCatalogue, shop],
  ['the CRM', crmCatalogue, crm],
  ['the gateway', gatewayCatalogue, gateway],
];

for (const [service, catalogue, { spans, metrics, lines }] of services) {
  test(`every span of ${service} is in its catalogue, under its kind`, () => {
    assert.ok(spans.length > 0);
    const unknown = spans.filter((span) => entryOf(catalogue, span) === undefined);
    assert.deepEqual(
      unknown.map(({ kind, name }) => `${kind} ${name}`),
      [],
    );
  });

  test(`${service} makes every kind of span of its catalogue`, () => {
    const seen = new Set(spans.map((span) => entryOf(catalogue, span)?.name));
    assert.deepEqual(
      catalogue.spanNames.map(({ name }) => name).filter((name) => !seen.has(name)),
      [],
    );
  });

  test(`every span attribute of ${service} is in its catalogue, for that kind of span`, () => {
    const unknown = spans.flatMap((span) => {
      const place = entryOf(catalogue, span)?.on;
      return place === undefined ? [] : span.attributes.filter((name) => !isKnown(catalogue, name, place));
    });
    assert.deepEqual([...new Set(unknown)], []);
  });

  test(`every metric of ${service} is in its catalogue, with its unit and its attributes`, () => {
    assert.ok(metrics.length > 10);
    for (const { name, unit, attributes } of metrics) {
      const known = catalogue.metricNames.find((metric) => metric.name === name);
      assert.equal(known?.unit, unit, name);
      assert.deepEqual(
        attributes.filter((attribute) => !known?.attributes.includes(attribute)),
        [],
        name,
      );
    }
  });

  test(`every attribute of a metric of ${service} is in its catalogue`, () => {
    const unknown = catalogue.metricNames.flatMap(({ attributes }) =>
      attributes.filter((name) => !isKnown(catalogue, name, 'metric')),
    );
    assert.deepEqual([...new Set(unknown)], []);
  });

  test(`every resource attribute of ${service} is in its catalogue`, () => {
    const names = spans[0]?.resource ?? [];
    assert.ok(names.includes('service.name'));
    assert.deepEqual(
      names.filter((name) => !isKnown(catalogue, name, 'resource')),
      [],
    );
  });

  test(`every field of a log line of ${service} is in its catalogue, with its type, and lines hold their trace`, () => {
    const names = new Set(lines.flatMap((line) => Object.keys(line)));
    assert.deepEqual(
      [...names].filter((name) => !isKnown(catalogue, name, 'log line')),
      [],
    );
    assert.deepEqual(fieldsOfOtherTypes(catalogue, lines), []);
    for (const name of ['trace_id', 'oracleApmSpanId', 'request_id', 'error.code']) assert.ok(names.has(name), name);
  });

  test(`every event of ${service} is in its catalogue, and carries what it says there`, () => {
    for (const line of lines.filter((line) => 'event.name' in line)) {
      const event = catalogue.eventNames.find(({ name }) => name === line['event.name']);
      assert.ok(event, String(line['event.name']));
      assert.deepEqual(
        event.attributes.filter((name) => !(name in line)),
        [],
        event.name,
      );
    }
  });
}

const platformNames = [...platformTelemetryNames, ...messagingNames, ...faultNames];
const isOfPlatform = (name: string) => platformNames.some((known) => known.name === name);
const isMetricOfPlatform = (name: string) => platformMetricNames.some((known) => known.name === name);
const countedIn = (...all: Emitted[]) => new Set(all.flatMap(({ metrics }) => metrics.map(({ name }) => name)));

for (const [service, { metricNames }, emitted] of services)
  test(`the catalogue names no metric of ${service} that it does not count`, () => {
    const counted = countedIn(emitted);
    const own = metricNames.filter(({ name }) => !isMetricOfPlatform(name));
    assert.deepEqual(
      own.map(({ name }) => name).filter((name) => !counted.has(name)),
      [],
    );
  });

test('the catalogue names no metric of the platform that no service counts', () => {
  const counted = countedIn(...services.map(([, , emitted]) => emitted));
  assert.deepEqual(
    platformMetricNames.map(({ name }) => name).filter((name) => !counted.has(name)),
    [],
  );
});

for (const [service, { telemetryNames }, emitted] of services)
  test(`the catalogue names nothing of ${service} that it does not emit`, () => {
    const names = namesIn(emitted);
    const own = telemetryNames.filter(({ name }) => !isOfPlatform(name));
    assert.deepEqual(
      own.map(({ name }) => name).filter((name) => !names.has(name)),
      [],
    );
  });

test('the catalogue names nothing of the platform that no service emits', () => {
  const names = new Set(services.flatMap(([, , emitted]) => [...namesIn(emitted)]));
  // What is on Oracle only is compared with what its driver layer writes; nothing is broken on purpose here.
  const here = platformNames.filter(({ isOracleOnly, isOfFaults }) => !isOracleOnly && !isOfFaults);
  assert.deepEqual(
    here.map(({ name }) => name).filter((name) => !names.has(name)),
    [],
  );
});

for (const [service, { eventNames }, { lines }] of services)
  test(`the catalogue names no event of ${service} that it does not tell`, () => {
    const told = new Set(lines.map((line) => line['event.name']));
    const events = eventNames.filter((event) => !platformEvents.includes(event) && !faultEvents.includes(event));
    assert.deepEqual(
      events.map(({ name }) => name).filter((name) => !told.has(name)),
      [],
    );
  });

test('the catalogue names no event of the platform that no service tells', () => {
  const told = new Set(services.flatMap(([, , { lines }]) => lines.map((line) => line['event.name'])));
  assert.deepEqual(
    platformEvents.map(({ name }) => name).filter((name) => !told.has(name)),
    [],
  );
});
