import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as crmCatalogue from '../apps/crm/telemetry-names.ts';
import * as shopCatalogue from '../apps/shop/telemetry-names.ts';
import * as platformCatalogue from '../platform/telemetry/names.ts';
import { type Catalogue, type Emitted, entryOf, isKnown, namesIn } from './telemetry/emitted.ts';
import { tellStory } from './telemetry/tell-story.ts';

const { shop, crm } = await tellStory();
const services: [string, Catalogue, Emitted][] = [
  ['the shop', shopCatalogue, shop],
  ['the CRM', crmCatalogue, crm],
];

for (const [service, catalogue, { spans, lines }] of services) {
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

  test(`every resource attribute of ${service} is in its catalogue`, () => {
    const names = spans[0]?.resource ?? [];
    assert.ok(names.includes('service.name'));
    assert.deepEqual(
      names.filter((name) => !isKnown(catalogue, name, 'resource')),
      [],
    );
  });

  test(`every field of a log line of ${service} is in its catalogue, and lines hold their trace`, () => {
    const names = new Set(lines.flatMap((line) => Object.keys(line)));
    assert.deepEqual(
      [...names].filter((name) => !isKnown(catalogue, name, 'log line')),
      [],
    );
    for (const name of ['trace_id', 'oracleApmSpanId', 'request_id', 'error.code']) assert.ok(names.has(name), name);
  });
}

const isOfPlatform = (name: string) => platformCatalogue.telemetryNames.some((known) => known.name === name);

for (const [service, { telemetryNames }, emitted] of services)
  test(`the catalogue names nothing of ${service} that it does not emit`, () => {
    const names = namesIn(emitted);
    const own = telemetryNames.filter(({ name }) => !isOfPlatform(name));
    assert.deepEqual(
      own.map(({ name }) => name).filter((name) => !names.has(name)),
      [],
    );
  });

test('the catalogue names nothing of the platform that neither service emits', () => {
  const names = new Set([...namesIn(shop), ...namesIn(crm)]);
  assert.deepEqual(
    platformCatalogue.telemetryNames.map(({ name }) => name).filter((name) => !names.has(name)),
    [],
  );
});
