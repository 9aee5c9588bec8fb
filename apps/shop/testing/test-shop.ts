import type { Tables } from '@octo/database/tables.ts';
import { openOwner } from '@octo/database/testing/open-owner.ts';
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
  /** To share with another service, or another of its kind. */
  database: TestDatabase;
}

export interface TestShopOptions {
  env?: Record<string, string>;
  /** One that is shared with other services; whoever made it closes it. */
  database?: TestDatabase;
  overrides?: ShopOverrides;
  /** From the URL of the shop's database to the one that it is given. */
  reach?(url: string): string;
  /** True leaves the storefront unread, as it is until a shop has seen its database. */
  isOpening?: boolean;
}

/** The whole shop without a socket, on a seeded database of its own: use `app.inject`. */
export async function createTestShop(options: TestShopOptions = {}): Promise<TestShop> {
  const database = options.database ?? (await createTestDatabase({ seed: true }));
  const address = options.reach ? { url: options.reach(database.urls.octo_shop) } : database.addresses.octo_shop;
  const env = { ...shopEnv(address), LOG_LEVEL: 'error', ...options.env };
  const pool = { ...address, applicationName: 'test', poolMax: 10, onQuery: recordQuery };
  const db = options.overrides?.db ?? openDatabase<Tables>(pool);
  const owner = openOwner(database);
  const shop = await createShop(readConfig(env), { ...options.overrides, db });
  const app = await createShopApp(shop);
  if (!options.isOpening) await shop.watch.refresh();
  return {
    app,
    shop,
    owner,
    database,
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await shop[Symbol.asyncDispose]();
      await Promise.all([db.destroy(), owner.destroy()]);
      if (!options.database) await database.close();
    },
  };
}
