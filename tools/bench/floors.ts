// The least a server can be, to compare with. Usage: floors.ts bytes <file> <type> | read <url> | sink
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import pg from 'pg';

const [kind = '', ...args] = process.argv.slice(2);

/** Bytes that are ready. */
function bytes([file = '', type = '']: string[]): RequestListener {
  const body = readFileSync(file);
  return (_request, response) => {
    response.writeHead(200, { 'content-type': type, 'content-length': body.length });
    response.end(body);
  };
}

/** One prepared statement, one row, as JSON. */
function read([url = '']: string[]): RequestListener {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const text = `select id, sku, name, description, category, price, image_url, created_at, shop_id, is_active,
    (select coalesce(sum(l.quantity), 0) from stock_levels l where l.product_id = products.id) as stock
    from products where id = $1`;
  return async (request, response) => {
    const id = Number((request.url ?? '').split('/').at(-1));
    const { rows } = await pool.query({ name: 'product', text, values: [id] });
    const body = JSON.stringify(rows[0]);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  };
}

/** Takes whatever is sent, as a receiver of spans does. */
function sink(): RequestListener {
  return (request, response) => {
    request.resume();
    request.once('end', () => response.writeHead(200).end());
  };
}

const server = createServer(kind === 'bytes' ? bytes(args) : kind === 'read' ? read(args) : sink());
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.send?.({ ready: true, url: `http://127.0.0.1:${address.port}` });
});
process.once('SIGTERM', () => process.exit(0));
