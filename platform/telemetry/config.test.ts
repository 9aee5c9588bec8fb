import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTelemetryConfig, type TelemetryConfig } from './config.ts';

const plain = { name: 'otlp', headers: {}, isCompressed: false } as const;
const apmKey = { OCI_APM_PRIVATE_DATA_KEY: 'KEY123' };
const uploads = 'https://aaaa.apm-agt.eu-frankfurt-1.oci.oraclecloud.com';
const apm = {
  name: 'oci_apm',
  url: `${uploads}/20200101/opentelemetry/private/v1/traces`,
  headers: { authorization: 'dataKey KEY123' },
  isCompressed: true,
} as const;

const cases: { name: string; env: Record<string, string>; traces: TelemetryConfig['traces'] }[] = [
  { name: 'no receiver keeps the spans in the process', env: {}, traces: [] },
  {
    name: 'a base address is completed',
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://receiver.test:4318/' },
    traces: [{ ...plain, url: 'http://receiver.test:4318/v1/traces' }],
  },
  {
    name: 'an address for spans is taken as it is, before the base address',
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://receiver.test:4318',
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://collector.test/otlp/v1/traces',
      OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
    },
    traces: [{ ...plain, url: 'https://collector.test/otlp/v1/traces', isCompressed: true }],
  },
  {
    name: 'headers are split, trimmed and decoded',
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://receiver.test',
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Key%20abc==, x-b = 100% ,nonsense',
    },
    traces: [
      { ...plain, url: 'http://receiver.test/v1/traces', headers: { authorization: 'Key abc==', 'x-b': '100%' } },
    ],
  },
  { name: 'OCI APM is told by its endpoint and its key', env: { OCI_APM_ENDPOINT: uploads, ...apmKey }, traces: [apm] },
  {
    name: 'what stands behind the upload endpoint is cut off',
    env: { OCI_APM_ENDPOINT: `${uploads}/20200101/opentelemetry/v1/metrics?x=1`, ...apmKey },
    traces: [apm],
  },
  {
    name: 'two receivers stand side by side, each with its own headers',
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://receiver.test',
      OTEL_EXPORTER_OTLP_HEADERS: 'x-key=k',
      OCI_APM_ENDPOINT: `${uploads}/`,
      ...apmKey,
    },
    traces: [{ ...plain, url: 'http://receiver.test/v1/traces', headers: { 'x-key': 'k' } }, apm],
  },
];

for (const { name, env, traces } of cases) {
  test(name, () => assert.deepEqual(readTelemetryConfig(env, 'octo').traces, traces));
}

test('OCI APM takes metrics at a path of their own, and no log lines', () => {
  const { metrics, logs } = readTelemetryConfig({ OCI_APM_ENDPOINT: uploads, ...apmKey }, 'octo');
  assert.deepEqual(
    metrics.map(({ url }) => url),
    [`${uploads}/20200101/opentelemetry/v1/metrics`],
  );
  assert.deepEqual(logs, []);
});

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
