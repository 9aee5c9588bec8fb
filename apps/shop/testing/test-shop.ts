import type { Tables } from '@octo/database/tables.ts';
import { createTestDatabase, type TestDatabase } from '@octo/database/testing/test-database.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { recordQuery } from '@octo/platform/testing/record-queries.ts';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { createShopApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { createShop, type Shop, type ShopOverrides } from '../context.ts';
import { shopEnv } from './shop-process.ts';

export interface TestShop extends AsyncDisposable {
  app: FastifyInstance;
  shop: Shop;
  /** The shop's database as its owner, to arrange and to look. */
  owner: Kysely<Tables>;
}

export interface TestShopOptions {
  env?: Record<string, string>;
  /** One that is shared with other services; whoever made it closes it. */
  database?: TestDatabase;
  overrides?: ShopOverrides;
  /** From the address of the shop's database to the one that it is given. */
  reach?(url: string): string;
  /** True leaves the storefront unread, as it is until a shop has seen its database. */
  isOpening?: boolean;
}

/** The whole shop without a socket, on a seeded database of its own: use `app.inject`. */
export async function createTestShop(options: TestShopOptions = {}): Promise<TestShop> {
  const database = options.database ?? (await createTestDatabase({ seed: true }));
  const { octo_shop: direct } = database.urls;
  const url = options.reach?.(direct) ?? direct;
  const env = { ...shopEnv(url), LOG_LEVEL: 'error', ...options.env };
  const open = (url: string, poolMax: number) =>
    openDatabase<Tables>({ url, applicationName: 'test', poolMax, onQuery: recordQuery });
  const db = options.overrides?.db ?? open(url, 10);
  const owner = open(database.ownerUrl, 2);
  const shop = await createShop(readConfig(env), { ...options.overrides, db });
  const app = await createShopApp(shop);
  if (!options.isOpening) await shop.watch.refresh();
  return {
    app,
    shop,
    owner,
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await shop[Symbol.asyncDispose]();
      await Promise.all([db.destroy(), owner.destroy()]);
      if (!options.database) await database.close();
    },
  };
}
