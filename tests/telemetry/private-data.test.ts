import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Tables } from '@octo/database/tables.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { crmEnv, startCrmProcess } from '../../apps/crm/testing/crm-process.ts';
import { type OtlpReceiver, startReceiver } from '../../apps/shop/testing/otlp-receiver.ts';
import { shopEnv, startShopProcess } from '../../apps/shop/testing/shop-process.ts';
import { openDatabase } from '../../platform/database/open-database.ts';
import { findFreePort } from '../../platform/embedded-postgres/free-port.ts';
import { startLoopbackOci } from '../../platform/telemetry/oci/testing/loopback-oci.ts';
import { makeOciConfigFile } from '../../platform/telemetry/oci/testing/oci-config-file.ts';
import { serviceKey } from '../../platform/testing/service-process.ts';
import { hearOfAlarms } from './hear-of-alarms.ts';
import { liveThroughEverything, planted, secrets } from './private-journey.ts';

/** What services let others see of themselves, as bytes, by where it was seen. */
const seen: { where: string; content: string }[] = [];

const database = await createTestDatabase({ seed: true });
after(() => database.close());

/** Returns whether single measurements were among what was seen. */
async function watchTheJourney(): Promise<boolean> {
  const port = await findFreePort();
  await using receiver = await startReceiver();
  await using oci = await startLoopbackOci();
  using ociConfig = makeOciConfigFile();
  ociConfig.renew(oci.keys);
  const telemetry = {
    OCI_REGION: 'eu-frankfurt-1',
    OCI_CONFIG_FILE: ociConfig.path,
    OCI_LOGGING_LOG_ID: 'ocid1.log.oc1.eu-frankfurt-1.tests',
    OCI_LOGGING_ENDPOINT: oci.url,
    OCI_COMPARTMENT_ID: 'ocid1.compartment.oc1..tests',
    OCI_MONITORING_ENDPOINT: oci.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_METRIC_EXPORT_INTERVAL: '500',
    LOG_LEVEL: 'debug',
  };
  await using crm = startCrmProcess({
    ...crmEnv(database.urls.octo_crm),
    ...telemetry,
    SERVICE_SHOP_URL: `http://127.0.0.1:${port}`,
  });
  const crmUrl = await crm.url;
  await using shop = startShopProcess({
    ...shopEnv(database.urls.octo_shop),
    ...telemetry,
    PORT: String(port),
    SERVICE_CRM_URL: crmUrl,
  });
  const shopUrl = await shop.url;
  await using owner = openDatabase<Tables>({ url: database.ownerUrl, applicationName: 'test', poolMax: 2 });
  await liveThroughEverything({ shopUrl, crmUrl, owner });
  for (const [where, url] of Object.entries({ shop: shopUrl, CRM: crmUrl })) {
    const answer = await fetch(`${url}/metrics`, { headers: { 'x-internal-service-key': serviceKey } });
    assert.equal(answer.status, 200);
    seen.push({ where: `/metrics of the ${where}`, content: await answer.text() });
  }
  const ends = await Promise.all([shop.stop('SIGTERM'), crm.stop('SIGTERM')]);
  for (const { output } of ends) seen.push({ where: 'standard output and error', content: output });
  for (const { path, body } of receiver.requests) seen.push({ where: `${path}`, content: body.toString('utf8') });
  for (const { batch } of oci.logs) seen.push({ where: 'OCI Logging', content: JSON.stringify(batch) });
  for (const metric of oci.metrics) seen.push({ where: 'OCI Monitoring', content: JSON.stringify(metric) });
  return hasExemplars(receiver);
}

/** Whether a metric leads to a trace. */
function hasExemplars({ requests }: OtlpReceiver): boolean {
  const spans = requests.flatMap(({ content }) => content.flatMap(({ spans }) => spans));
  const traces = new Set(spans.map(({ traceId }) => traceId));
  const metrics = requests.filter(({ path }) => path === '/v1/metrics').map(({ body }) => body);
  return [...traces].some((id) => metrics.some((body) => body.includes(Buffer.from(id, 'hex'))));
}

const sawExemplars = await watchTheJourney();
seen.push(...(await hearOfAlarms(Object.values(secrets))));

function sightingsOf(secret: string): string[] {
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)].map((form) =>
    form.toLowerCase(),
  );
  return seen.flatMap(({ where, content }) => {
    const text = content.toLowerCase();
    const form = forms.find((candidate) => text.includes(candidate));
    return form === undefined
      ? []
      : [`${where}: …${text.substring(text.indexOf(form) - 80, text.indexOf(form) + 60)}…`];
  });
}

test('every signal of both services was seen, and what was planted in it is found', () => {
  assert.ok(sawExemplars);
  for (const [where, mark] of [
    ['/v1/traces', planted.agent],
    ['/v1/logs', 'post /api/shop/checkout 200'],
    ['/v1/metrics', 'octo.orders.placed'],
    ['/v1/metrics', 'octo.sign_ins.refused'],
    ['standard output and error', 'post /api/shop/checkout 200'],
    ['standard output and error', 'request failed'],
    ['/metrics of the shop', 'octo_orders_placed_total{octo_payment_method="credit_card"} 1'],
    ['/metrics of the CRM', 'octo_sign_ins_total 1'],
    ['OCI Logging', 'post /api/shop/checkout 200'],
    ['OCI Monitoring', 'app.orders.count'],
    ['what is told of alarms', 'shop-checkout-availability.fast'],
    ['what is told of alarms', 'security.sign_ins'],
    ['log lines of the observatory', 'get /api/traces 200'],
  ] as const) {
    const places = sightingsOf(mark).map((sighting) => sighting.split(': ', 1)[0]);
    assert.ok(places.includes(where), `${mark} in ${where}, and not only in: ${places}`);
  }
});

for (const [what, secret] of Object.entries(secrets))
  test(`${what} is in no trace, metric, log line or output`, () => {
    assert.deepEqual(sightingsOf(secret), []);
  });

test('no secret of the services themselves is in any of them', () => {
  const passwords = [database.urls.octo_shop, database.urls.octo_crm].map((url) => new URL(url).password);
  for (const secret of [serviceKey, shopEnv('').SESSION_SECRET ?? '', ...passwords]) {
    assert.ok(secret.length > 8);
    assert.deepEqual(sightingsOf(secret), []);
  }
});
