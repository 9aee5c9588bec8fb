import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { startLoopbackOci } from '@octo/platform/telemetry/oci/testing/loopback-oci.ts';
import { makeOciConfigFile } from '@octo/platform/telemetry/oci/testing/oci-config-file.ts';
import { startReceiver } from './testing/otlp-receiver.ts';
import { shopEnv, startShopProcess } from './testing/shop-process.ts';

const database = await createTestDatabase({ seed: true });
const file = makeOciConfigFile();
after(async () => {
  file[Symbol.dispose]();
  await database.close();
});
const env = {
  ...shopEnv(database.urls.octo_shop),
  OTEL_SERVICE_NAME: 'octo-drone-shop',
  OTEL_BSP_SCHEDULE_DELAY: '50',
  OCI_APM_PRIVATE_DATA_KEY: 'KEY123',
  OCI_LOGGING_LOG_ID: 'ocid1.log.oc1.eu-frankfurt-1.aaaa',
  OCI_COMPARTMENT_ID: 'ocid1.compartment.oc1..aaaa',
  OCI_REGION: 'eu-frankfurt-1',
  OCI_CONFIG_FILE: file.path,
};

test('the observatory, APM, Logging and Monitoring have all of it side by side, though one of them never answers', async () => {
  await using observatory = await startReceiver('ok');
  await using apm = await startReceiver('silence');
  await using oci = await startLoopbackOci();
  file.renew(oci.keys);
  await using shop = startShopProcess({
    ...env,
    OTEL_EXPORTER_OTLP_ENDPOINT: observatory.url,
    OCI_APM_ENDPOINT: `${apm.url}/20200101/opentelemetry`,
    OCI_LOGGING_ENDPOINT: oci.url,
    OCI_MONITORING_ENDPOINT: oci.url,
  });
  const answer = await fetch(`${await shop.url}/api/products?search=drone`);
  const traceId = answer.headers.get('x-trace-id');
  const scraped = await (await fetch(`${await shop.url}/metrics`)).text();
  assert.equal((await shop.stop('SIGTERM')).code, 0);

  const spans = observatory.requests.flatMap(({ content }) => content.flatMap((part) => part.spans));
  assert.ok(spans.some((span) => span.traceId === traceId));
  assert.deepEqual([...new Set(apm.requests.map(({ path }) => path))].sort(), [
    '/20200101/opentelemetry/private/v1/traces',
    '/20200101/opentelemetry/v1/metrics',
  ]);
  const ofApm = new Set(apm.requests.map(({ headers }) => `${headers.authorization} ${headers['content-encoding']}`));
  assert.deepEqual([...ofApm], ['dataKey KEY123 gzip']);

  assert.deepEqual([...new Set(oci.answers.map(({ status }) => status))], [200]);
  const lines = oci.logs.flatMap(({ batch }) => batch.entries.map(({ data }) => JSON.parse(data)));
  assert.ok(lines.some((line) => line.trace_id === traceId && line.oracleApmTraceId === traceId));
  const values = Object.fromEntries(oci.metrics.map(({ name, datapoints }) => [name, datapoints[0]?.value]));
  assert.deepEqual([values['app.requests.rate'], values['app.errors.rate'], values['app.crm.sync_age_s']], [2, 0, 0]);
  assert.ok(Number(values['app.db.latency_ms']) > 0);
  assert.equal(oci.metrics[0]?.dimensions.serviceName, 'octo-drone-shop');
  for (const [signal, receiver] of ['traces otlp', 'traces oci_apm', 'logs oci_logging', 'metrics oci_monitoring'].map(
    (one) => one.split(' '),
  ))
    assert.match(
      scraped,
      new RegExp(
        `octo_telemetry_dropped_total\\{octo_telemetry_signal="${signal}",octo_telemetry_receiver="${receiver}"\\} 0`,
      ),
    );
  assert.match(scraped, /^octo_service_ready_ratio 1$/m);
});

test('settings of OCI by halves end the start, and say what is missing', async () => {
  await using shop = startShopProcess({ ...env, OCI_REGION: '' });
  shop.url.catch(() => undefined);
  const { code, output } = await shop.ended;
  assert.notEqual(code, 0);
  assert.match(output, /OCI_APM_ENDPOINT: is required with OCI_APM_PRIVATE_DATA_KEY\n {2}OCI_REGION: is required with/);
  assert.doesNotMatch(output, /KEY123/);
});
