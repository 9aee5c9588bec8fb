// Replays the statements of a recorded checkout with nothing around them. Usage: checkout-floor.ts <url> <recording> <clients>
import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { RecordedCheckout } from './checkout-recording.ts';
import { type Replay, replayOf } from './checkout-replay.ts';

const [, , url = '', file = '', clients = '8'] = process.argv;
const recorded: RecordedCheckout = JSON.parse(readFileSync(file, 'utf8'));
const open = async () => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
};
const workers = await Promise.all(
  Array.from({ length: Number(clients) }, async () => [await open(), await open()] as const),
);

async function buy([shop, rail]: readonly [pg.Client, pg.Client], statements: Replay): Promise<void> {
  for (const { isRail, name, text, values } of statements) {
    if (values.length === 0) await shop.query(text);
    else await (isRail ? rail : shop).query({ name, text, values });
  }
}

process.on('message', async (order: { from?: number; count?: number }) => {
  if (order.from === undefined || order.count === undefined) return;
  let next = order.from;
  const end = order.from + order.count;
  const began = performance.now();
  await Promise.all(
    workers.map(async (worker) => {
      while (next < end) await buy(worker, replayOf(recorded, next++));
    }),
  );
  process.send?.({ answer: (performance.now() - began) / 1000 });
});
for (const end of ['SIGTERM', 'disconnect']) process.once(end, () => process.exit(0));
process.send?.({ ready: true, url: 'http://127.0.0.1:0' });
