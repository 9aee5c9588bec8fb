import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMeterProvider } from './meter-provider.ts';
import { prometheusText } from './prometheus.ts';

async function textOf(
  resource: Record<string, string>,
  record: (provider: ReturnType<typeof createMeterProvider>) => void,
) {
  const provider = createMeterProvider(resource);
  record(provider);
  return prometheusText(await provider.read());
}

test('each metric is a family with its help, its type, its unit and a name that Prometheus takes', async () => {
  const text = await textOf({ 'service.name': 'octo-shop' }, (provider) => {
    const meter = provider.getMeter('octo');
    meter.createCounter('octo.orders.placed', { unit: '{order}', description: 'Orders' }).add(2, { 'a.b': 'c' });
    meter.createUpDownCounter('process.memory.usage', { unit: 'By', description: 'Memory' }).add(5);
    meter.createGauge('nodejs.eventloop.utilization', { unit: '1', description: 'Share' }).record(0.5);
    const advice = { explicitBucketBoundaries: [0.1, 1] };
    const seconds = meter.createHistogram('http.server.request.duration', { unit: 's', description: 'Time', advice });
    for (const value of [0.05, 0.5, 3]) seconds.record(value, { 'http.route': '/shop' });
  });
  assert.equal(
    text,
    `# HELP target_info The process that this is told of
# TYPE target_info gauge
target_info{service_name="octo-shop"} 1
# HELP octo_orders_placed_total Orders
# TYPE octo_orders_placed_total counter
octo_orders_placed_total{a_b="c"} 2
# HELP process_memory_usage_bytes Memory
# TYPE process_memory_usage_bytes gauge
# UNIT process_memory_usage_bytes bytes
process_memory_usage_bytes 5
# HELP nodejs_eventloop_utilization_ratio Share
# TYPE nodejs_eventloop_utilization_ratio gauge
nodejs_eventloop_utilization_ratio 0.5
# HELP http_server_request_duration_seconds Time
# TYPE http_server_request_duration_seconds histogram
# UNIT http_server_request_duration_seconds seconds
http_server_request_duration_seconds_bucket{http_route="/shop",le="0.1"} 1
http_server_request_duration_seconds_bucket{http_route="/shop",le="1"} 2
http_server_request_duration_seconds_bucket{http_route="/shop",le="+Inf"} 3
http_server_request_duration_seconds_sum{http_route="/shop"} 3.55
http_server_request_duration_seconds_count{http_route="/shop"} 3
`,
  );
});

test('quotes, backslashes and line ends in what is told stay inside their place', async () => {
  const text = await textOf({ 'service.name': 'a"b\\c\nd' }, (provider) => {
    provider.getMeter('octo').createCounter('1.way', { description: 'one\\two\nthree' }).add(1);
  });
  assert.ok(text.includes('target_info{service_name="a\\"b\\\\c\\nd"} 1\n'), text);
  assert.ok(
    text.includes('# HELP _1_way_total one\\\\two\\nthree\n# TYPE _1_way_total counter\n_1_way_total 1\n'),
    text,
  );
});

/** The text format, line by line, as its specification has it; written from that alone. */
const comment = /^# (HELP [a-zA-Z_:][a-zA-Z0-9_:]* ([^\\]|\\[\\n])*|TYPE \S+ (counter|gauge|histogram)|UNIT \S+ \S+)$/;
const sampleLine =
  /^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>([a-zA-Z_]\w*="([^"\\\n]|\\["\\n])*",?)*)\})? (?<value>[+-]?(\d+(\.\d+)?(e[+-]?\d+)?|Inf)|NaN)$/;

test('whatever is counted, every line is of the format, and a histogram ends with all that it counted', async () => {
  const odd = 'a "quoted" \\ back\nnew – ü';
  const text = await textOf({ 'service.name': odd }, (provider) => {
    const meter = provider.getMeter('octo');
    meter.createGauge('tiny', { unit: '%', description: odd }).record(1e-9);
    meter.createCounter('huge').add(1e21, { [odd]: odd });
    const seconds = meter.createHistogram('seconds', { unit: 's', advice: { explicitBucketBoundaries: [1, 2] } });
    for (const value of [0.5, 1.5, 99, 100]) seconds.record(value, { route: odd });
  });
  const lines = text.trimEnd().split('\n');
  assert.deepEqual(
    lines.filter((line) => !(line.startsWith('#') ? comment : sampleLine).test(line)),
    [],
  );
  const samples = lines.map((line) => sampleLine.exec(line)?.groups ?? {});
  const buckets = samples.filter(({ name }) => name?.endsWith('_bucket'));
  assert.deepEqual(
    buckets.map(({ labels, value }) => [/le="([^"]*)"/.exec(labels ?? '')?.[1], value]),
    [
      ['1', '1'],
      ['2', '2'],
      ['+Inf', '4'],
    ],
  );
  assert.equal(samples.find(({ name }) => name?.endsWith('_count'))?.value, '4');
  const names = lines.filter((line) => line.startsWith('# TYPE')).map((line) => line.split(' ')[2]);
  assert.equal(new Set(names).size, names.length, 'each family once');
});
