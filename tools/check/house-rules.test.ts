import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultsOf, houseRules, testFaults } from './house-rules.ts';

const verb = 'export async function cancelOrder(ctx: Ctx): Promise<void> {}\n';

test('a verb alone in the file of its name is good', () => {
  assert.deepEqual(faultsOf('domains/orders/cancel-order.ts', `${verb}export interface CancelInput {}\n`), []);
});

test('a verb in another file is told where it lives', () => {
  assert.deepEqual(faultsOf('domains/orders/cancelling.ts', verb), ['the verb cancelOrder lives in cancel-order.ts']);
});

test('a second verb, function or value beside a verb is refused', () => {
  for (const other of ['export async function holdOrder() {}', 'export function isOpen() {}', 'export const most = 3;'])
    assert.match(
      faultsOf('domains/orders/cancel-order.ts', verb + other).join(),
      /beside the verb cancelOrder it exports/,
    );
});

test('pure rules may stand together', () => {
  assert.deepEqual(faultsOf('domains/orders/order-states.ts', 'export function a() {}\nexport function b() {}\n'), []);
});

test('SQL is refused outside queries.ts, in domains and in apps', () => {
  const texts = ['sql`select 1`', 'sql<number>`0`', "db.selectFrom('orders')", "db\n  .deleteFrom('orders')"];
  for (const text of texts) {
    assert.deepEqual(faultsOf('domains/orders/order.ts', text), ['SQL is built in queries.ts only']);
    assert.deepEqual(faultsOf('apps/shop/routes/cart.ts', text), ['SQL is built in queries.ts only']);
    assert.deepEqual(faultsOf('apps/crm/web/orders.tsx', text), ['SQL is built in queries.ts only']);
    assert.deepEqual(faultsOf('domains/orders/queries.ts', text), []);
    assert.deepEqual(faultsOf('domains/orders/order.test.ts', text), []);
  }
});

test('a test that would never run is refused', () => {
  assert.deepEqual(faultsOf('apps/crm/web/orders.test.tsx', ''), ['Node runs no JSX: a test is a .test.ts']);
});

test('a pause between two tests is refused, one before the first is not', () => {
  const refused = ['awaits between its tests: Node clears up after the file in such a pause'];
  const one = "test('one', async () => {\n  await it();\n});\n";
  assert.deepEqual(testFaults('tests/a.test.ts', `const house = await open();\n${one}${one}`), []);
  assert.deepEqual(testFaults('tests/a.ts', `${one}await open();\n`), []);
  for (const pause of ['await open();\n', 'const told = await read();\n', `await ${one}`])
    assert.deepEqual(testFaults('tests/a.test.ts', `${one}${pause}${one}`), refused);
});

test('reads pages as well as modules, and names the file at fault', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'octo-rules-'));
  await mkdir(join(dir, 'apps/crm/web'), { recursive: true });
  await writeFile(join(dir, 'apps/crm/web/orders.tsx'), "db.selectFrom('orders')");
  const { isGood, output } = await houseRules(dir);
  assert.deepEqual(
    { isGood, output },
    { isGood: false, output: '  apps/crm/web/orders.tsx: SQL is built in queries.ts only' },
  );
  await rm(dir, { recursive: true });
});

test('a name of telemetry that is written by hand is refused in the platform, too', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'octo-rules-'));
  await mkdir(join(dir, 'platform'), { recursive: true });
  await writeFile(join(dir, 'platform/span.ts'), "span.setAttribute('octo.outcome', code); db.selectFrom('orders')");
  const { output } = await houseRules(dir);
  assert.equal(output, '  platform/span.ts: octo.outcome is taken from the telemetry catalogue');
  await rm(dir, { recursive: true });
});

test('reading no file at all is a failure', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'octo-rules-'));
  assert.equal((await houseRules(dir)).isGood, false);
  await rm(dir, { recursive: true });
});
