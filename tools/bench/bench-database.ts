import { join } from 'node:path';
import { startEmbeddedPostgres } from '@octo/platform/embedded-postgres/start.ts';
import pg from 'pg';
import { prepareInChild, type RoleUrls } from '../start/prepare.ts';
import { makeRunDir } from '../test/run-dir.ts';

export interface BenchDatabase extends AsyncDisposable {
  /** Of the services' roles, by their names. */
  readonly urls: RoleUrls;
  readonly owner: pg.Client;
  /** Of the server's first process. */
  readonly pid: number;
  /** Passwords of the demo people. */
  readonly credentialsFile: string;
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
  const credentialsFile = join(dir, 'credentials.json');
  const urls = await prepareInChild({ ownerUrl: server.url, roleDir: dir, credentialsFile }, () => undefined, signal);
  const owner = new pg.Client({
    connectionString: Object.assign(new URL(server.url), { pathname: new URL(urls.octo_shop ?? '').pathname }).href,
  });
  await owner.connect();
  stack.defer(() => owner.end());
  await owner.query('update stock_levels set quantity = 0');
  await owner.query(`insert into stock_levels (product_id, warehouse_id, quantity)
    select p.id, (select min(id) from warehouses), 1000000 from products p
    on conflict (product_id, warehouse_id) do update set quantity = 1000000`);
  const owned = stack.move();
  return { urls, owner, pid: server.pid, credentialsFile, dir, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
