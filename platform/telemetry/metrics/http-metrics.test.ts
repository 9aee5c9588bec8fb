import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApp } from '../../http/create-app.ts';
import { recordSpans } from '../../testing/record-spans.ts';
import { createLogger } from '../logger.ts';
import { readMetrics } from './start-metrics.ts';

recordSpans();
const logger = createLogger({ name: 'test', namespace: 'octo', version: '1' }, 'error', { write: () => undefined });
const app = createApp({ logger, publicUrl: undefined });
app.get('/things/:id', async () => ({ ok: true }));
app.get('/fails', async () => {
  throw new Error('no');
});
await app.listen({ port: 0, host: '127.0.0.1' });
const url = `http://127.0.0.1:${Object(app.server.address()).port}`;
test.after(() => app.close());

async function pointsOf(name: string) {
  const reading = await readMetrics();
  return reading?.metrics.find((metric) => metric.name === name)?.points ?? [];
}

test('whatever is asked for, series are those of our routes and of methods that exist', async () => {
  for (let i = 0; i < 40; i += 1) {
    await (await fetch(`${url}/things/${i}`)).text();
    await (await fetch(`${url}/nowhere/${i}?q=${i}`)).text();
    await (await fetch(`${url}/things/${i}`, { method: i % 2 ? 'PROPFIND' : 'REPORT' })).text();
  }
  await (await fetch(`${url}/fails`)).text();
  const points = await pointsOf('http.server.request.duration');
  const sets = points.map(({ attributes }) => Object.values(attributes).join(' ')).sort();
  assert.deepEqual(sets, ['GET /fails 500 500', 'GET /things/:id 200', 'GET 404', '_OTHER 405']);
});

test('no request is counted as active for ever', async () => {
  const points = await pointsOf('http.server.active_requests');
  assert.ok(points.length > 0);
  for (const point of points) assert.deepEqual('value' in point && point.value, 0, JSON.stringify(point));
});
