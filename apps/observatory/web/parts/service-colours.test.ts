import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assignColours } from './service-colours.ts';

const family = ['octo-drone-shop', 'octo-enterprise-crm', 'octo-workflow-gateway', 'browser', 'payments', 'mail'];

test('up to six services are told apart', () => {
  assert.equal(new Set(assignColours(family).values()).size, 6);
});

test('a service keeps its colour, in whatever order the spans came', () => {
  const forwards = assignColours(family);
  const backwards = assignColours([...family].reverse());
  for (const service of family) assert.equal(backwards.get(service), forwards.get(service));
});

test('one more than there are colours has one all the same', () => {
  for (const colour of assignColours([...family, 'seventh']).values()) assert.ok(colour >= 1 && colour <= 6);
});

test('a service that is named twice takes one colour', () => {
  assert.equal(assignColours(['mail', 'mail']).size, 1);
});
