import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openObservatory, sendRecorded } from './observatory/open-observatory.ts';
import { inspectPage } from './page-quality/inspect-page.ts';
import { desktop } from './shop/visitor.ts';

const house = await openObservatory();
after(() => house[Symbol.asyncDispose]());
const ids = await sendRecorded(house);

function sendLine(body: string, severityText = 'INFO'): Promise<void> {
  const timeUnixNano = `${Date.now()}000000`;
  const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'octo-drone-shop' } }] };
  const logRecords = [{ timeUnixNano, severityText, body: { stringValue: body } }];
  return house.send('logs', JSON.stringify({ resourceLogs: [{ resource, scopeLogs: [{ logRecords }] }] }));
}

test('a search is narrowed by what its lines have in common, and by a field of a line', async () => {
  await using visitor = await house.visit('/logs');
  const { page } = visitor;
  const lines = page.getByRole('table', { name: 'Logs' });
  await page.getByRole('button', { name: /^ERROR or worse/ }).click();
  await page.waitForURL('**/logs?severity=ERROR');
  await lines.getByText('request failed').waitFor();
  await lines.getByRole('button', { name: 'Details' }).last().click();
  await inspectPage(page, [desktop]);
  await lines.getByRole('link', { name: 'Only lines with error.code=payments.processor_down' }).click();
  await page.waitForURL(/q=error.code%3Dpayments.processor_down/);
  await page.getByText('1 line, newest first').waitFor();
  assert.equal(
    await page.getByRole('searchbox', { name: 'Search logs' }).inputValue(),
    'error.code=payments.processor_down',
  );
  await page.getByRole('button', { name: /^payments.processor_down/ }).click();
  await page.waitForURL((url) => !url.searchParams.has('q'));
});

test('a line stands among those around it, and leads back to the search', async () => {
  await using visitor = await house.visit(`/logs?q=${encodeURIComponent('"order placed"')}`);
  const { page } = visitor;
  await page.getByRole('button', { name: 'Details' }).first().click();
  await page.getByRole('link', { name: 'Around this line' }).click();
  const chosen = page.locator('[aria-current="true"]', { hasText: 'order placed' });
  await chosen.waitFor();
  await page.getByText('POST /api/shop/checkout 200').waitFor();
  assert.equal(await page.getByText('POST /api/integrations/events 200').count(), 0, 'only lines of its process');
  await page.getByText('Its trace', { exact: true }).first().click();
  await page.getByText('POST /api/integrations/events 200').waitFor();
  await page.locator('main').getByRole('link', { name: 'Logs' }).click();
  await page.waitForURL(/\/logs\?q=/);
  await page.getByText('1 line, newest first').waitFor();
});

test('new lines appear as they come, and wait while they are paused', async () => {
  await using visitor = await house.visit('/logs?live=1&severity=WARN');
  const { page } = visitor;
  const lines = page.getByRole('table', { name: 'Logs' });
  await page.getByText('New lines appear as they come').waitFor();
  await sendLine('not asked for');
  await sendLine('the first warning', 'WARN');
  await lines.getByText('the first warning').waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await sendLine('the second warning', 'WARN');
  await page.getByRole('button', { name: 'Show 1 new line' }).waitFor();
  assert.equal(await lines.getByText('the second warning').count(), 0);
  await page.getByRole('button', { name: 'Go on' }).click();
  await lines.getByText('the second warning').waitFor();
  assert.equal(await lines.getByText('the first warning').count(), 1);
  assert.equal(await lines.getByText('not asked for').count(), 0);
});

test('a search is saved under a name, and made again by it', async () => {
  await using visitor = await house.visit(`/logs?traceId=${ids.checkout}`);
  const { page } = visitor;
  await page.getByRole('button', { name: 'Saved searches' }).click();
  await page.getByRole('menuitem', { name: 'Save this search…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('That checkout');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.goto('/logs');
  await page.getByRole('button', { name: 'Saved searches' }).click();
  await page.getByRole('menuitem', { name: 'That checkout' }).click();
  await page.waitForURL(`**/logs?traceId=${ids.checkout}`);
  await page.getByText('earliest first').waitFor();
});
