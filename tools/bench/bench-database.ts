import { join } from 'node:path';
import { startEmbeddedPostgres } from '@octo/platform/embedded-postgres/start.ts';
import pg from 'pg';
import { prepareInChild } from '../start/prepare.ts';
import { makeRunDir } from '../test/run-dir.ts';

export interface BenchDatabase extends AsyncDisposable {
  /** As the shop's role. */
  readonly shopUrl: string;
  readonly owner: pg.Client;
  /** For files of the run. */
  readonly dir: string;
}

/** A seeded database of its own with plenty of stock in one warehouse, gone at the end. */
export async function openBenchDatabase(signal: AbortSignal): Promise<BenchDatabase> {
  await using stack = new AsyncDisposableStack();
  const runDir = stack.use(await makeRunDir());
  const dir = runDir.tempDir;
  const server = stack.use(
    await startEmbeddedPostgres({ dataDir: runDir.databaseDir, password: 'bench', durable: false }),
  );
  const input = { ownerUrl: server.url, roleDir: dir, credentialsFile: join(dir, 'credentials.json') };
  const { octo_shop: shopUrl = '' } = await prepareInChild(input, () => undefined, signal);
  const owner = new pg.Client({
    connectionString: Object.assign(new URL(server.url), { pathname: new URL(shopUrl).pathname }).href,
  });
  await owner.connect();
  stack.defer(() => owner.end());
  await owner.query('update stock_levels set quantity = 0');
  await owner.query(`insert into stock_levels (product_id, warehouse_id, quantity)
    select p.id, (select min(id) from warehouses), 1000000 from products p
    on conflict (product_id, warehouse_id) do update set quantity = 1000000`);
  const owned = stack.move();
  return { shopUrl, owner, dir, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
