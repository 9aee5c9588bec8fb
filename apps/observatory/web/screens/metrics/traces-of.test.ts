import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChartQuery } from './metric-address.ts';
import { tracesOf } from './traces-of.ts';

const span = { fromMs: 1000, toMs: 2000, minutes: 15, chooseWindow() {}, choosePart() {} };
const tracesWhere = (where: ChartQuery['where']) => tracesOf({ metric: 'http.server.request.duration', where }, span);

test('the traces of a chart are those of its service, route and time, failed ones where it counts those', () => {
  assert.equal(
    tracesWhere([
      ['service', 'octo-drone-shop'],
      ['http.route', '/shop'],
    ]),
    '/traces?service=octo-drone-shop&route=%2Fshop&minutes=15',
  );
  assert.equal(tracesWhere([['error.type', '*']]), '/traces?status=error&minutes=15');
});

test('of several services, or any, the traces of all are shown', () => {
  const two = [
    ['service', 'octo-drone-shop'],
    ['service', 'enterprise-crm-portal'],
  ] as const;
  for (const where of [two, [['service', '*']] as const]) assert.equal(tracesWhere(where), '/traces?minutes=15');
});

test('a part of the time is kept', () => {
  assert.equal(tracesOf({ metric: 'any' }, { ...span, minutes: undefined }), '/traces?from=1000&to=2000');
});
