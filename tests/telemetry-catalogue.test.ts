import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserAttributes, pageAttributes } from '../contracts/browser-telemetry.ts';
import { businessAttributes, businessMetrics, businessSpans } from '../contracts/telemetry/business.ts';
import { dropReason, observatoryMetrics } from '../contracts/telemetry/observatory.ts';
import { attributeNames } from '../platform/telemetry/names/attributes.ts';
import type { Place } from '../platform/telemetry/names/name.ts';
import { emittedEvents, emittedMetrics, emittedNames, emittedSpans } from '../tools/docs/emitted-names.ts';
import { jsonPath } from '../tools/docs/log-analytics.ts';
import { tracedVerbs } from '../tools/docs/traced-verbs.ts';

const names = emittedNames();
const isOn = (name: string, ...places: Place[]) =>
  names.some((known) => known.name === name && known.on.some((place) => places.includes(place)));

test('every attribute that code can write or ask for is in the catalogue', () => {
  const known = new Set(names.map(({ name }) => name));
  const asked = [attributeNames, businessAttributes, browserAttributes, pageAttributes, { dropReason }];
  const unknown = asked.flatMap((group) => Object.values<string>(group)).filter((name) => !known.has(name));
  assert.deepEqual(unknown, []);
});

test('every metric that code can count or ask for is in the catalogue, and the other way round', () => {
  const named = [...Object.values(businessMetrics), ...Object.values(observatoryMetrics)].sort();
  const counted = emittedMetrics().filter(({ name }) => /^octo\.(?!db\.|service\.|telemetry\.)/.test(name));
  assert.deepEqual(counted.map(({ name }) => name).sort(), named);
});

test('what tells the series of a metric apart is in the catalogue, and has few values or as many as a list', () => {
  for (const { name: metric, attributes } of emittedMetrics())
    for (const attribute of attributes) {
      const entries = names.filter(({ name, on }) => name === attribute && on.includes('metric'));
      assert.ok(entries.length > 0, `${attribute} of ${metric}`);
      for (const { values } of entries)
        assert.ok(values === 'few' || values === 'bounded', `${attribute} of ${metric}`);
    }
});

test('who only hears a name from a caller has any number of values of it, whoever calls by it has a list', () => {
  const hosts = names.filter(({ name }) => name === attributeNames.host);
  const valuesOn = (place: Place) => hosts.filter(({ on }) => on.includes(place)).map(({ values }) => values);
  assert.deepEqual(
    [valuesOn('server span'), valuesOn('client span'), valuesOn('metric')],
    [['free'], ['bounded'], ['bounded']],
  );
});

test('what tells of faults is told by those in which something can be broken', () => {
  const faults = names.filter(({ isOfFaults }) => isOfFaults);
  assert.deepEqual(
    faults.map(({ name, by }) => [name, by]),
    [[attributeNames.faultId, 'shop, CRM']],
  );
});

test('what an event carries is in the catalogue, where the event is told', () => {
  const unknown = emittedEvents().flatMap(({ attributes, by }) =>
    attributes.filter((name) => !isOn(name, by === 'browser' ? 'browser event' : 'log line')),
  );
  assert.deepEqual(unknown, []);
});

test('every verb whose span is asked for by name has such a span', async () => {
  const verbs = await tracedVerbs(`${import.meta.dirname}/..`);
  const spans = [...verbs].flatMap(([domain, verbs]) => verbs.map((verb) => `${domain}.${verb}`));
  assert.deepEqual(
    Object.values<string>(businessSpans).filter((name) => !spans.includes(name)),
    [],
  );
});

test('no name stands in the catalogue twice for one place, and each says what it means', () => {
  const entries = [
    ...names.flatMap(({ name, on, meaning }) => on.map((place) => [`${name} on a ${place}`, meaning] as const)),
    ...emittedEvents().map(({ name, meaning }) => [`event ${name}`, meaning] as const),
    ...emittedMetrics().map(({ name, meaning }) => [`metric ${name}`, meaning] as const),
    ...emittedSpans().map(({ name, on, meaning }) => [`span ${name} ${on}`, meaning] as const),
  ];
  assert.equal(new Set(entries.map(([what]) => what)).size, entries.length);
  for (const [what, meaning] of entries) assert.ok(meaning.length > 3, what);
});

test('a field with dots in its name is no object to a parser of log lines', () => {
  assert.deepEqual(['trace_id', 'http.route'].map(jsonPath), ['$.trace_id', "$['http.route']"]);
});
