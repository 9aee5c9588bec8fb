import type { Tables } from '@octo/database/tables.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { openDatabase, type PoolOptions } from '@octo/platform/database/open-database.ts';
import { bind } from '@octo/platform/database/placeholders.ts';
import type { Query } from '@octo/platform/database/query.ts';
import { recordQuery } from '@octo/platform/testing/record-queries.ts';
import { CompiledQuery, type Kysely, type RootOperationNode, sql } from 'kysely';

/** One step of how the database runs a statement, such as an index scan. */
export interface PlanStep {
  kind: string;
  table: string | undefined;
  index: string | undefined;
}

export interface BigShop extends AsyncDisposable {
  /** With the rights of the CRM. */
  db: Kysely<Tables>;
  owner: Kysely<Tables>;
  /** The steps that the database takes for a query of ours with this input. Runs the query, too. */
  planOf<Input extends object>(query: Query<Tables, Input, unknown>, input: Input): Promise<PlanStep[]>;
}

const customers = 20_000;
/** When the newest order came in; there is one for every two minutes before. */
export const newestOrderAt = new Date('2026-01-02T03:04:05.678Z');
const batch = 20_000;

/** A database as it is after years: reading every row of it is out of the question. */
export async function openBigShop(orders = 100_000): Promise<BigShop> {
  const database = await createTestDatabase();
  let ran: RootOperationNode | undefined;
  const onQuery: PoolOptions['onQuery'] = (name, node, values) => {
    recordQuery(name, node, values);
    ran = node;
  };
  const open = (url: string) => openDatabase<Tables>({ url, applicationName: 'test', poolMax: 4, onQuery });
  const [db, owner] = [open(database.urls.octo_crm), open(database.ownerUrl)];
  await fill(owner, orders);
  return {
    db,
    owner,
    planOf: async (query, input) => {
      await query(db, input);
      if (!ran) throw new Error(`${query.queryName} did not run`);
      const { sql: text, parameters } = db.getExecutor().compileQuery(ran, { queryId: query.queryName });
      const explain = CompiledQuery.raw(`explain (format json) ${text}`, bind(parameters, input));
      const { rows } = await db.executeQuery<{ queryPlan: unknown }>(explain);
      return stepsOf(rows);
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([db.destroy(), owner.destroy()]);
      await database.close();
    },
  };
}

async function fill(owner: Kysely<Tables>, orders: number): Promise<void> {
  const at = sql`cast(${newestOrderAt} as timestamptz)`;
  await sql`
    insert into shops (id, slug, name, region, created_at, updated_at)
    values (1, 'shop-1', 'Shop 1', 'eu', ${at}, ${at})`.execute(owner);
  await sql`
    insert into customers (id, name, email, company, revenue, created_at, updated_at)
    select n, 'Buyer ' || n, 'buyer' || n || '@example.com', case when n % 3 = 0 then 'Company ' || n end,
      n % 1000, ${at} - n * interval '1 hour', ${at}
    from generate_series(1, ${sql.lit(customers)}) n`.execute(owner);
  for (let first = 1; first <= orders; first += batch) {
    const last = Math.min(first + batch - 1, orders);
    await sql`
      insert into orders (id, order_number, shop_id, customer_id, customer_name, customer_email, shipping_address, status,
        payment_method, subtotal, total, created_at, placed_at, updated_at)
      select n, 'OCTO-' || n, 1, c, 'Buyer ' || c, 'buyer' || c || '@example.com', 'Somewhere 1',
        case when n % 500 = 0 then 'placed' when n % 100 = 0 then 'cancelled' when n % 10 = 0 then 'shipped' else 'delivered' end,
        'credit_card', n * 7919 % 90000, n * 7919 % 90000, at, at, at
      from (
        select n, 1 + n * 31 % ${sql.lit(customers)} as c, ${at} - (${sql.lit(orders)} - n) * interval '2 minutes' as at
        from generate_series(${sql.lit(first)}, ${sql.lit(last)}) n) o`.execute(owner);
  }
  await sql`
    insert into payments (id, order_id, method, status, amount, created_at, updated_at)
    select id, id, payment_method, case when id % 1000 = 0 then 'pending' else 'paid' end, total, created_at, updated_at
    from orders`.execute(owner);
  await sql`vacuum analyze customers, orders, payments`.execute(owner);
  while (await isTakenForFrequent(owner)) await sql`analyze customers, orders`.execute(owner);
}

/** Customer and order that are looked for by a part of their text. */
export const seldom = '4711';

/** A sample that holds it by chance lets the planner believe that it is in one row of a hundred. */
async function isTakenForFrequent(owner: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pg_stats
    where tablename like '%search_ix' and cast(histogram_bounds as text) like ${`%${seldom}%`}`.execute(owner);
  return rows.length > 0;
}

/** EXPLAIN answers with one row that holds the whole plan as a tree. */
function stepsOf(rows: readonly unknown[]): PlanStep[] {
  const steps: PlanStep[] = [];
  JSON.stringify(rows, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'Node Type' in value) steps.push(toStep(value));
    return value;
  });
  return steps;
}

function toStep(node: object): PlanStep {
  const text = (name: string) => {
    const value: unknown = Object.getOwnPropertyDescriptor(node, name)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  return { kind: text('Node Type') ?? 'unknown', table: text('Relation Name'), index: text('Index Name') };
}
