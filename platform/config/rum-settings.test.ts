import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from './read-settings.ts';
import { rumConfig, rumFaults, rumSettings } from './rum-settings.ts';

const service = { name: 'octo-drone-shop', version: '1.2.0', gitSha: 'unknown' };
const read = (env: Record<string, string>) => rumConfig(readSettings(rumSettings, env, rumFaults), service);
const agent = { OCI_APM_RUM_ENDPOINT: 'https://x.apm-agt.example.com/', OCI_APM_RUM_PUBLIC_KEY: 'public' };

test('nobody is told of visits unless somebody is named', () => {
  assert.equal(read({}), undefined);
  assert.equal(read({ RUM_SAMPLE_PERCENT: '50', RUM_TRACE_ORIGINS: 'https://a.example.com' }), undefined);
});

test('the observatory is told where to, how many and of which release', () => {
  const env = {
    RUM_URL: 'http://localhost:8070/',
    RUM_SAMPLE_PERCENT: '20',
    RUM_TRACE_ORIGINS: 'https://a.example.com, https://b.example.com',
  };
  assert.deepEqual(read(env), {
    kind: 'observatory',
    url: 'http://localhost:8070',
    samplePercent: 20,
    traceOrigins: ['https://a.example.com', 'https://b.example.com'],
    release: '1.2.0',
  });
  const built = { ...service, gitSha: '0123456789abcdef' };
  const config = rumConfig(readSettings(rumSettings, env), built);
  assert.equal(config?.kind === 'observatory' && config.release, '1.2.0+0123456');
});

test('where the agent of OCI is configured, it stands in place of our own client', () => {
  assert.deepEqual(read({ ...agent, RUM_URL: 'http://localhost:8070' }), {
    kind: 'agent',
    endpoint: 'https://x.apm-agt.example.com',
    publicKey: 'public',
    webApplication: 'octo-drone-shop',
    serviceName: 'octo-drone-shop',
    traceOrigins: [],
  });
});

for (const [env, setting] of [
  [{ OCI_APM_RUM_ENDPOINT: agent.OCI_APM_RUM_ENDPOINT }, 'OCI_APM_RUM_PUBLIC_KEY'],
  [{ OCI_APM_RUM_PUBLIC_KEY: 'public' }, 'OCI_APM_RUM_ENDPOINT'],
  [{ OCI_APM_RUM_WEB_APPLICATION: 'shop' }, 'OCI_APM_RUM_PUBLIC_KEY'],
  [{ RUM_SAMPLE_PERCENT: '101' }, 'RUM_SAMPLE_PERCENT'],
  [{ RUM_TRACE_ORIGINS: 'https://a.example.com/path' }, 'RUM_TRACE_ORIGINS'],
  [{ RUM_URL: 'localhost' }, 'RUM_URL'],
] as const)
  test(`${Object.keys(env)} that is half set or wrong stops the start, naming ${setting}`, () => {
    assert.throws(() => read(env), new RegExp(`\\n  ${setting}: `));
  });
