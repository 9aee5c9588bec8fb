import type { Kysely, Transaction } from 'kysely';
import { writePrivateFile } from '../private-file.ts';
import type { Tables } from '../tables.ts';
import { buildSeed } from './build-seed.ts';
import { readKnownPasswords } from './known-passwords.ts';
import type { Row, SeedRows } from './seed-rows.ts';

export interface SeedInput {
  now: Date;
  /** Gets the generated passwords of the demo people, readable by its owner alone. */
  credentialsFile: string;
}

export interface SeedSummary {
  products: number;
  orders: number;
}

const businessTables = ['products', 'customers', 'orders', 'users', 'shops', 'coupons', 'warehouses'] as const;
const rowsPerStatement = 400;

/** Fills an empty database, all or nothing. Returns undefined, and changes nothing, when there is any data already. */
export async function seedDatabase(db: Kysely<Tables>, input: SeedInput): Promise<SeedSummary | undefined> {
  if (await hasData(db)) return undefined;
  return db.transaction().execute(async (transaction) => {
    await transaction.selectFrom('catalogVersion').select('version').where('id', '=', 1).forUpdate().execute();
    if (await hasData(transaction)) return undefined;
    const { rows, credentials } = await buildSeed(input.now, await readKnownPasswords(input.credentialsFile));
    await insertRows(transaction, rows);
    await writePrivateFile(input.credentialsFile, `${JSON.stringify(credentials, null, 2)}\n`);
    return { products: rows.products?.length ?? 0, orders: rows.orders?.length ?? 0 };
  });
}

async function hasData(db: Kysely<Tables>): Promise<boolean> {
  for (const table of businessTables) {
    const row = await db.selectFrom(table).select('id').fetch(1).executeTakeFirst();
    if (row) return true;
  }
  return false;
}

async function insertRows(transaction: Transaction<Tables>, rows: SeedRows): Promise<void> {
  for (const [table, list] of Object.entries(rows) as [keyof Tables, Row<keyof Tables>[]][]) {
    for (const alike of Map.groupBy(list, kindsOfValues).values()) {
      for (let start = 0; start < alike.length; start += rowsPerStatement) {
        await transaction
          .insertInto(table)
          .values(alike.slice(start, start + rowsPerStatement))
          .execute();
      }
    }
  }
}

/** Oracle wants one kind of value in each column of a statement's rows, and a null has a kind of its own. */
function kindsOfValues(row: object): string {
  return Object.entries(row)
    .map(([column, value]) => `${column} ${value === null ? 'null' : value instanceof Date ? 'instant' : typeof value}`)
    .join();
}
