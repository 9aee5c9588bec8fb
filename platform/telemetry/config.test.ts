import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTelemetryConfig, type TelemetryConfig } from './config.ts';

const cases: { name: string; env: Record<string, string>; traces: TelemetryConfig['traces'] }[] = [
  { name: 'no receiver keeps the spans in the process', env: {}, traces: undefined },
  {
    name: 'a base address is completed',
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://receiver.test:4318/' },
    traces: { url: 'http://receiver.test:4318/v1/traces', headers: {} },
  },
  {
    name: 'an address for spans is taken as it is, before the base address',
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://receiver.test:4318',
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://apm.test/20200101/opentelemetry/private/v1/traces',
    },
    traces: { url: 'https://apm.test/20200101/opentelemetry/private/v1/traces', headers: {} },
  },
  {
    name: 'headers are split, trimmed and decoded',
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://receiver.test',
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=dataKey%20abc==, x-b = 100% ,nonsense',
    },
    traces: { url: 'http://receiver.test/v1/traces', headers: { authorization: 'dataKey abc==', 'x-b': '100%' } },
  },
];

for (const { name, env, traces } of cases) {
  test(name, () => assert.deepEqual(readTelemetryConfig(env, 'octo').traces, traces));
}

test('names the service, and cannot be changed afterwards', () => {
  const config = readTelemetryConfig({ OTEL_SERVICE_NAME: 'octo-shop', APP_VERSION: '1.2.3' }, 'octo');
  assert.equal(config.serviceName, 'octo-shop');
  assert.equal(config.serviceVersion, '1.2.3');
  assert.ok(Object.isFrozen(config));
});

test('a receiver that is no address is refused, and its headers are not shown', () => {
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318', OTEL_EXPORTER_OTLP_HEADERS: 'key=secret' };
  assert.throws(
    () => readTelemetryConfig(env, 'octo'),
    (error: Error) => error.message.includes('OTEL_EXPORTER_OTLP_ENDPOINT') && !error.message.includes('secret'),
  );
});

for (const headers of ['x-key=a%0Asecret', 'x-key=%E2%82%ACsecret', 'bad secret=v'])
  test(`a header that HTTP cannot carry is refused, and not shown: ${headers}`, () => {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://receiver.test', OTEL_EXPORTER_OTLP_HEADERS: headers };
    assert.throws(
      () => readTelemetryConfig(env, 'octo'),
      (error: Error) => error.message.includes('OTEL_EXPORTER_OTLP_HEADERS') && !error.message.includes('secret'),
    );
  });
