// Sends the statements of a recorded request again, with nothing but node:http before them. Usage: cart-floor.ts <url> <recording>
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import pg from 'pg';
import { type RecordedAdd, valuesOf } from './cart-replay.ts';

const [, , url = '', file = ''] = process.argv;
const recorded: RecordedAdd = JSON.parse(readFileSync(file, 'utf8'));
const pool = new pg.Pool({ connectionString: url, max: 10 });
let nextId = process.pid * 1_000_000;

const server = createServer(async (request, response) => {
  const asked = asAdd(await json(request));
  const added = { sessionId: asked.session_id, productId: asked.product_id, id: nextId++ };
  for (const [index, statement] of recorded.statements.entries()) {
    await pool.query({ name: `s${index}`, text: statement.text, values: valuesOf(statement, recorded, added) });
  }
  const body = JSON.stringify({ status: 'added', ...asked, item_id: added.id });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
});
/** Only the bench sends anything here. */
function asAdd(body: unknown) {
  return body as { session_id: string; product_id: number };
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.send?.({ ready: true, url: `http://127.0.0.1:${address.port}` });
});
for (const end of ['SIGTERM', 'disconnect']) process.once(end, () => process.exit(0));
