import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';

const logger = join(import.meta.dirname, 'logger.ts');
const shutdown = join(import.meta.dirname, 'shutdown.ts');

/** What a process wrote that logs so many lines, one of them long, and then does as said. */
async function writtenBy(lines: number, end: string): Promise<Record<string, unknown>[]> {
  const program = `
    import { createLogger } from ${JSON.stringify(logger)};
    import { shutDownTelemetry } from ${JSON.stringify(shutdown)};
    const { info } = createLogger({ name: 'a', namespace: 'b', version: 'c' });
    for (let line = 0; line < ${lines}; line += 1) info({ line, text: line === 7 ? 'ü'.repeat(${lines * 10}) : '' }, 'x');
    ${end}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const written = await text(child.stdout);
  const texts = written.trimEnd().split('\n');
  return texts.map((line) => JSON.parse(line));
}

for (const [name, lines, end] of [
  ['ends by itself', 3000, ''],
  ['is told to stop', 3000, 'await shutDownTelemetry(60_000); process.exit(0)'],
  ['ends at once', 100, 'process.exit(0)'],
  ['fails', 100, 'throw new Error("on purpose")'],
] as const)
  test(`a process that ${name} has written every line whole and in order`, async () => {
    const written = await writtenBy(lines, end);
    assert.deepEqual(
      written.map(({ line }) => line),
      Array.from({ length: lines }, (_, line) => line),
    );
    assert.equal(String(written[7]?.text).length, lines * 10);
  });

test('a reader who stops reading costs a process bounded room, and finds whole lines later', async () => {
  const program = `
    import { setImmediate as turn } from 'node:timers/promises';
    import { createLogger } from ${JSON.stringify(logger)};
    const { info } = createLogger({ name: 'a', namespace: 'b', version: 'c' });
    for (let line = 0; line < 64_000; line += 1) {
      info({ text: 'x'.repeat(1000) }, 'x');
      if (line % 1000 === 0) await turn();
    }
    process.send(process.memoryUsage().arrayBuffers);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
  const [heldBytes] = await once(child, 'message');
  child.disconnect();
  assert.ok(child.stdout);
  const lines = (await text(child.stdout ?? [])).trimEnd().split('\n');
  assert.ok(heldBytes < 32 * 1024 * 1024, `${heldBytes} bytes were held`);
  assert.ok(lines.length > 10_000 && lines.length < 64_000);
  for (const line of lines) assert.equal(JSON.parse(line).message, 'x');
});
