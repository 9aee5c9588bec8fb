import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onShutdown, shutDownTelemetry } from './shutdown.ts';

test('everything registered is done at the end, and neither a failure nor a receiver that hangs holds it up', async () => {
  const done: string[] = [];
  onShutdown(() => Promise.reject(new Error('gone')));
  onShutdown(async () => void done.push('spans sent'));
  await shutDownTelemetry();
  assert.deepEqual(done, ['spans sent']);
  onShutdown(() => new Promise(() => undefined));
  // Its time-out does not keep the process alive; something else has to.
  const alive = setInterval(() => undefined, 1000);
  await shutDownTelemetry(10);
  clearInterval(alive);
  assert.deepEqual(done, ['spans sent', 'spans sent']);
});
