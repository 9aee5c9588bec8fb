import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Environment, serviceEnvironment } from './service-environment.ts';
import { type ServiceSpec, services } from './services.ts';

const secrets = { postgresPassword: 'owner', sessionSecret: 'session', internalServiceKey: 'key' };
const ports = { shop: 8080, crm: 8181 };

function environmentOf(name: string, own: Environment = {}): Environment {
  const spec = services.find((one): one is ServiceSpec => one.name === name);
  assert.ok(spec);
  const databaseUrl = `postgres://${spec.databaseRole}@127.0.0.1/octo`;
  return serviceEnvironment(spec, { ports, databaseUrl, secrets, pagesDir: '/pages', own });
}

test('the shop is told its port, its database, its peer and its secrets', () => {
  assert.deepEqual(environmentOf('shop'), {
    PORT: '8080',
    HOST: '127.0.0.1',
    DATABASE_URL: 'postgres://octo_shop@127.0.0.1/octo',
    INTERNAL_SERVICE_KEY: 'key',
    SERVICE_CRM_URL: 'http://127.0.0.1:8181',
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
    PAGES_DIR: '/pages',
  });
});

test("a person's own settings go through and win, also as files", () => {
  const own = {
    DNS_DOMAIN: 'example.com',
    SERVICE_CRM_URL: 'https://crm.internal',
    INTERNAL_SERVICE_KEY_FILE: '/run/key',
  };
  const { INTERNAL_SERVICE_KEY, ...given } = environmentOf('shop', own);
  assert.equal(INTERNAL_SERVICE_KEY, undefined, 'it would go before the file');
  for (const [name, value] of Object.entries(own)) assert.equal(given[name], value);
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
  };
  assert.deepEqual(environmentOf('shop', own), environmentOf('shop'));
});
