import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, test } from 'node:test';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { gatewayEnv, startGatewayProcess } from './testing/gateway-process.ts';

const database = await createTestDatabase();
after(() => database.close());
const env = gatewayEnv(database.urls);

test('serves, tells its supervisor where, and ends cleanly when told to', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    await using gateway = startGatewayProcess(env);
    const url = await gateway.url;
    assert.match(url, /^http:\/\/localhost:\d+$/);
    assert.equal((await fetch(`${url}/ready`)).status, 200);
    const version = await fetch(`${url}/api/version`, { headers: { [internalKeyHeader]: serviceKey } });
    assert.equal((await version.json()).service, 'octo-workflow-gateway');
    const { code, output } = await gateway.stop(signal);
    assert.equal(code, 0, output);
    assert.doesNotMatch(output, /"severity":"ERROR"|Warning|Error/);
  }
});

test('a wrong configuration is told with all its faults, and nothing is bent to fit', async () => {
  const wrong = {
    PORT: 'ninety',
    WORKFLOW_POLL_SECONDS: '29',
    WORKFLOW_FAULTY_QUERY_ENABLED: 'yes',
    QUERY_TIMEOUT_MS: '0',
    QUERY_ROW_LIMIT: '-1',
    SERVICE_CRM_URL: 'crm:8081',
  };
  const { code, output } = await startGatewayProcess(wrong).ended;
  assert.equal(code, 1);
  for (const fault of [...Object.keys(wrong), 'DATABASE_URL', 'QUERY_DATABASE_URL', 'INTERNAL_SERVICE_KEY'])
    assert.match(output, new RegExp(`^ {2}${fault}: `, 'm'));
  assert.match(output, /WORKFLOW_POLL_SECONDS: must be a whole number from 30 to 86400/);
  assert.doesNotMatch(output, /\n +at /, 'no stack');
});

test('starts without its database, and says that it is not ready', async () => {
  const nowhere = createServer().listen(0, '127.0.0.1');
  await once(nowhere, 'listening');
  const { port }: { port: number } = Object(nowhere.address());
  await new Promise((closed) => nowhere.close(closed));
  const away = `postgres://octo_gateway:x@127.0.0.1:${port}/octo`;
  await using gateway = startGatewayProcess(gatewayEnv({ octo_gateway: away, octo_query: away }));
  const url = await gateway.url;
  assert.equal((await fetch(`${url}/ready`)).status, 503);
  assert.equal((await fetch(`${url}/health`)).status, 200);
  assert.equal((await gateway.stop('SIGTERM')).code, 0);
});
