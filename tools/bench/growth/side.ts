import type { Bench } from '../bench.ts';
import type { BenchDatabase } from '../bench-database.ts';
import { type Buyers, createBuyers } from '../buyers.ts';
import { type Child, startChild } from '../child.ts';
import type { Worker } from '../load.ts';
import { serviceArgs, tracedEnvironment } from '../service-child.ts';
import { signIn } from '../sign-in.ts';
import { databaseWorker } from './database-cpu.ts';

/** The services on one database, as it is or grown. */
export interface Side extends AsyncDisposable {
  database: BenchDatabase;
  databaseWorker: Worker;
  /** Keeps nothing in its cache, so that every request asks the database. */
  shop: Child;
  crm: Child;
  /** Of an operator signed in at the CRM. */
  cookie: string;
  buyers: Buyers;
}

export async function openSide({ sink }: Bench, database: BenchDatabase): Promise<Side> {
  await using stack = new AsyncDisposableStack();
  const env = (app: 'shop' | 'crm') => tracedEnvironment(app, database, sink);
  const shop = stack.use(await startChild(serviceArgs('shop', true, 'tools/bench/uncached-shop.ts'), env('shop')));
  const crm = stack.use(await startChild(serviceArgs('crm'), env('crm')));
  const cookie = await signIn(crm, database);
  const buyers = await createBuyers(database, 'bench-growth');
  const owned = stack.move();
  return {
    database,
    databaseWorker: databaseWorker(database.pid),
    shop,
    crm,
    cookie,
    buyers,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
