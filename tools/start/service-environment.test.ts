import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Environment, serviceEnvironment } from './service-environment.ts';
import { type ServiceSpec, services } from './services.ts';

const secrets = { postgresPassword: 'owner', sessionSecret: 'session', internalServiceKey: 'key' };
const ports = { observatory: 8070, shop: 8080, crm: 8181 };

function environmentOf(name: string, own: Environment = {}): Environment {
  const spec = services.find((one): one is ServiceSpec => one.name === name);
  assert.ok(spec);
  const { databaseRole: role } = spec;
  const databaseUrl = role && `postgres://${role}@127.0.0.1/octo`;
  const insightDatabaseUrl = spec.insightRole && `postgres://${spec.insightRole}@127.0.0.1/octo`;
  const places = { observatoryDir: '/octo/observatory', pagesDir: '/pages', sourceMapDirs: ['/pages/assets'] };
  return serviceEnvironment(spec, { ports, databaseUrl, insightDatabaseUrl, secrets, ...places, own });
}

test('the shop is told its port, its database, its peer and its secrets', () => {
  assert.deepEqual(environmentOf('shop'), {
    PORT: '8080',
    HOST: '127.0.0.1',
    DATABASE_URL: 'postgres://octo_shop@127.0.0.1/octo',
    INTERNAL_SERVICE_KEY: 'key',
    SERVICE_CRM_URL: 'http://127.0.0.1:8181',
    SERVICE_OBSERVATORY_URL: 'http://127.0.0.1:8070',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:8070',
    RUM_URL: 'http://localhost:8070',
    SESSION_SECRET: 'session',
  });
});

test('the CRM is told where its pages are, and not the secret of the shop', () => {
  assert.deepEqual(environmentOf('crm'), {
    PORT: '8181',
    HOST: '127.0.0.1',
    DATABASE_URL: 'postgres://octo_crm@127.0.0.1/octo',
    INTERNAL_SERVICE_KEY: 'key',
    SERVICE_SHOP_URL: 'http://127.0.0.1:8080',
    SERVICE_OBSERVATORY_URL: 'http://127.0.0.1:8070',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:8070',
    OBSERVATORY_PUBLIC_URL: 'http://localhost:8070',
    RUM_URL: 'http://localhost:8070',
    PAGES_DIR: '/pages',
  });
});

test('the observatory is told where to keep things and whose pages may report to it, and of the database how it may look at its work', () => {
  const { BROWSER_ORIGINS, ...environment } = environmentOf('observatory', { DATABASE_URL: 'postgres://me@db/x' });
  assert.equal(environment.OBSERVATORY_DIR, '/octo/observatory');
  assert.equal(environment.INSIGHT_DATABASE_URL, 'postgres://octo_insight@127.0.0.1/octo');
  assert.equal(environmentOf('shop').INSIGHT_DATABASE_URL, undefined);
  assert.equal(environment.BROWSER_SOURCE_MAPS, '/pages/assets');
  assert.equal(BROWSER_ORIGINS?.split(',')[0], 'shop=http://localhost:8080');
  for (const name of ['DATABASE_URL', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'SERVICE_OBSERVATORY_URL'])
    assert.equal(environment[name], undefined);
});

test('an observatory with a token is told it by the services, and nobody else is', () => {
  const token = { OBSERVATORY_TOKEN: 'open, sesame' };
  assert.equal(environmentOf('shop', token).OTEL_EXPORTER_OTLP_HEADERS, 'authorization=Bearer%20open%2C%20sesame');
  const elsewhere = { ...token, OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.example.com' };
  assert.equal(environmentOf('shop', elsewhere).OTEL_EXPORTER_OTLP_HEADERS, undefined);
});

test('with a domain of their own, people are sent to no address of this machine', () => {
  const own = { DNS_DOMAIN: 'example.com' };
  assert.equal(environmentOf('crm', own).OBSERVATORY_PUBLIC_URL, undefined);
  assert.equal(environmentOf('shop', own).RUM_URL, undefined);
  assert.equal(
    environmentOf('observatory', own).BROWSER_ORIGINS,
    'shop=https://shop.example.com,crm=https://crm.example.com',
  );
});

test("a person's own settings go through and win, also as files", () => {
  const own = {
    DNS_DOMAIN: 'example.com',
    SERVICE_CRM_URL: 'https://crm.internal',
    INTERNAL_SERVICE_KEY_FILE: '/run/key',
    OCI_APM_ENDPOINT: 'https://apm.example.com',
    OCI_APM_PRIVATE_DATA_KEY_FILE: '/run/apm-key',
    OCI_LOGGING_LOG_ID: 'ocid1.log.oc1..mine',
  };
  const { INTERNAL_SERVICE_KEY, ...given } = environmentOf('shop', own);
  assert.equal(INTERNAL_SERVICE_KEY, undefined, 'it would go before the file');
  for (const [name, value] of Object.entries(own)) assert.equal(given[name], value);
});

test('each has its own pages, whatever the person has set for one of them', () => {
  assert.equal(environmentOf('crm', { PAGES_DIR: '/mine' }).PAGES_DIR, '/pages');
  assert.equal(environmentOf('shop', { PAGES_DIR: '/mine' }).PAGES_DIR, undefined);
});

test('who has the observatory watch another database is not given ours', () => {
  const own = { INSIGHT_DATABASE_URL: 'postgres://me@elsewhere/x' };
  assert.equal(environmentOf('observatory', own).INSIGHT_DATABASE_URL, own.INSIGHT_DATABASE_URL);
  assert.equal(environmentOf('shop', own).INSIGHT_DATABASE_URL, undefined);
  const oracle = { ORACLE_INSIGHT_USER: 'octo_insight' };
  assert.equal(environmentOf('observatory', oracle).INSIGHT_DATABASE_URL, undefined);
  assert.equal(
    environmentOf('crm', { ORACLE_INSIGHT_PASSWORD_FILE: '/run/insight' }).ORACLE_INSIGHT_PASSWORD_FILE,
    undefined,
  );
});

test('a setting that is there but empty is made all the same', () => {
  assert.equal(environmentOf('shop', { SESSION_SECRET: '' }).SESSION_SECRET, 'session');
});

test('where a service listens and who it is for the database is ours, and the owner stays unknown to it', () => {
  const own = {
    PORT: '1',
    HOST: '0.0.0.0',
    DATABASE_URL: 'postgres://me@db/x',
    DATABASE_OWNER_URL: 'postgres://o@db/x',
    DATABASE_URL_FILE: '/run/me',
    DATABASE_OWNER_URL_FILE: '/run/owner',
  };
  assert.deepEqual(environmentOf('shop', own), environmentOf('shop'));
});
