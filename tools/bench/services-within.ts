// Services in this process, to look at what they do. Nothing of them is measured.
import { createCrmApp } from '../../apps/crm/app.ts';
import { readConfig as readCrmConfig } from '../../apps/crm/config.ts';
import { createCrm } from '../../apps/crm/context.ts';
import { createShopApp } from '../../apps/shop/app.ts';
import { readConfig as readShopConfig } from '../../apps/shop/config.ts';
import { createShop } from '../../apps/shop/context.ts';
import type { BenchDatabase } from './bench-database.ts';
import { serviceEnvironment } from './service-child.ts';

export type Post = (url: string, payload: object) => Promise<Record<string, unknown>>;

/** Lets a visitor do something with a shop. */
export async function visitShop<Result>(
  database: BenchDatabase,
  visit: (post: Post) => Promise<Result>,
): Promise<Result> {
  const shop = await createShop(readShopConfig({ ...serviceEnvironment('shop', database), LOG_LEVEL: 'error' }));
  await using _shop = shop;
  const app = await createShopApp(shop);
  await shop.watch.refresh();
  const result = await visit(async (url, payload) => {
    const answer = await app.inject({ method: 'POST', url, payload });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json();
  });
  await app.close();
  return result;
}

/** Lets an operator read something in a CRM. */
export async function visitCrm<Result>(
  database: BenchDatabase,
  cookie: string,
  visit: (read: (url: string) => Promise<Record<string, unknown>>) => Promise<Result>,
): Promise<Result> {
  const crm = createCrm(readCrmConfig({ ...serviceEnvironment('crm', database), LOG_LEVEL: 'error' }));
  await using _crm = crm;
  const app = await createCrmApp(crm);
  const result = await visit(async (url) => {
    const answer = await app.inject({ method: 'GET', url, headers: { cookie } });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json();
  });
  await app.close();
  return result;
}
