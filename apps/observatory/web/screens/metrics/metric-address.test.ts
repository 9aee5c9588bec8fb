import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChartQuery, readCharts, withCharts } from './metric-address.ts';

const chart: ChartQuery = {
  metric: 'http.server.request.duration',
  by: 'p99',
  group: ['service', 'http.route'],
  where: [
    ['http.route', '/orders/:id?a=b&c'],
    ['service', 'octo-drone-shop'],
  ],
};

test('what is asked of a chart comes back from the address as it was', () => {
  const address = withCharts(new URLSearchParams({ view: 'requests', minutes: '60' }), [chart, { metric: 'b' }]);
  const [first, second] = readCharts(new URLSearchParams(address.toString()));
  assert.deepEqual(first, chart);
  assert.equal(second?.metric, 'b');
  assert.deepEqual([address.get('view'), address.get('minutes')], [null, '60']);
});

test('a metric alone may be named, and what makes no sense is left out', () => {
  const charts = readCharts(new URLSearchParams('metric=a&chart=by%3Dp95&chart=metric%3Db%26by%3Dp17%26group%3Dx,y,z'));
  assert.deepEqual(charts, [{ metric: 'a' }, { metric: 'b', by: undefined, group: ['x', 'y'], where: [] }]);
});

test('there are four charts at most', () => {
  assert.equal(readCharts(new URLSearchParams(Array.from({ length: 9 }, () => ['chart', 'metric=a']))).length, 4);
});
