import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { connect, type OwnerConnection, openAsOwner } from '../owner-connection.ts';
import { createTestDatabase, type TestDatabase, testRoleDir, testServerUrl } from '../testing/test-database.ts';
import { seedDatabase } from './seed-database.ts';

const credentialsFile = join(testRoleDir(testServerUrl()), 'credentials.json');

describe('the first data', () => {
  let database: TestDatabase;
  let owner: OwnerConnection;

  before(async () => {
    database = await createTestDatabase({ seed: true });
    owner = await openAsOwner(database.ownerUrl);
  });
  after(async () => {
    await owner[Symbol.asyncDispose]();
    await database.close();
  });

  /** Rows that break a rule; there must be none. */
  async function violations(sql: string): Promise<unknown[]> {
    return (await owner.client.query(sql)).rows;
  }
  async function number(sql: string): Promise<number> {
    const { rows } = await owner.client.query<{ n: number }>(`select (${sql})::int as n`);
    return rows[0]?.n ?? Number.NaN;
  }

  test('is the catalogue: 52 products in 12 categories with 5,219 units, and 4 services', async () => {
    assert.equal(await number('select count(*) from products where is_active and shop_id = 1'), 52);
    assert.equal(await number('select count(distinct category) from products'), 12);
    assert.equal(await number('select count(*) from services'), 4);
    assert.equal(await number('select sum(quantity) from stock_levels'), 5219);
    assert.equal(await number('select count(*) from query_products where stock < 10'), 7);
    assert.equal(await number('select round(sum(price * stock)) from query_products'), 5_042_599);
    assert.deepEqual(await violations('select sku from products where coalesce(length(description), 0) < 80'), []);
  });

  test('keeps every product in two or three warehouses', async () => {
    assert.deepEqual(
      await violations('select product_id from stock_levels group by 1 having count(*) not between 2 and 3'),
      [],
    );
    assert.equal(await number('select count(distinct warehouse_id) from stock_levels'), 5);
  });

  test('has a ledger whose sum is the stock, and which never fell below zero', async () => {
    assert.deepEqual(
      await violations(`select product_id, warehouse_id from stock_levels
        full join (select product_id, warehouse_id, sum(delta) as moved from stock_movements group by 1, 2) ledger
        using (product_id, warehouse_id) where quantity is distinct from moved`),
      [],
    );
    assert.deepEqual(
      await violations(`select * from (
        select product_id, warehouse_id, created_at, sum(delta) over (
          partition by product_id, warehouse_id order by created_at, id range unbounded preceding) as level
        from stock_movements) running where level < 0`),
      [],
    );
  });

  test('has orders whose totals are their lines', async () => {
    assert.equal(await number('select count(*) from orders'), 600);
    assert.deepEqual(
      await violations(`select o.id from orders o left join order_items i on i.order_id = o.id
        group by o.id having o.total is distinct from sum(i.quantity * i.unit_price)`),
      [],
    );
    assert.deepEqual(
      await violations(`select i.id from order_items i join products p on p.id = i.product_id
        where (p.price, p.name, p.sku) is distinct from (i.unit_price, i.product_name, i.product_sku)`),
      [],
    );
  });

  test('has taken from stock what each open or finished order holds, and given back the rest', async () => {
    assert.deepEqual(
      await violations(`select o.id from orders o
        left join (select order_id, sum(quantity) as ordered from order_items group by 1) lines on lines.order_id = o.id
        left join (select order_id, sum(delta) as moved from stock_movements group by 1) ledger on ledger.order_id = o.id
        where coalesce(moved, 0) <> case when o.status in ('cancelled', 'failed') then 0 else -ordered end`),
      [],
    );
  });

  test('has payments, charges and invoices that agree with their orders', async () => {
    assert.deepEqual(
      await violations(`select o.id, o.status, p.status from orders o left join payments p on p.order_id = o.id
        where p.amount is distinct from o.total or p.method <> o.payment_method or p.status <> case
          when o.status = 'failed' then 'failed' when o.status = 'cancelled' then 'refunded'
          when o.status = 'on_hold' then 'pending' else 'paid' end`),
      [],
    );
    assert.deepEqual(
      await violations(`select p.order_id from payments p left join simulated_charges c on c.order_id = p.order_id
        where p.method = 'credit_card' and (c.amount is distinct from p.amount or c.status is distinct from case p.status
          when 'paid' then 'charged' when 'refunded' then 'voided' when 'failed' then 'declined' end)`),
      [],
    );
    assert.deepEqual(
      await violations(`select o.id from orders o left join invoices i on i.order_id = o.id
        where o.status <> 'failed' and (i.amount is distinct from o.total or i.customer_id <> o.customer_id)`),
      [],
    );
  });

  test('has orders, fulfilments and shipments that tell the same story', async () => {
    assert.deepEqual(
      await violations(`select o.id, o.status, f.status from orders o left join fulfilments f on f.order_id = o.id
        where f.status is distinct from case o.status when 'accepted' then 'queued'
          when 'fulfilling' then case when exists (select from shipments s where s.order_id = o.id) then 'packed' else 'picking' end
          when 'on_hold' then null when 'failed' then null else o.status end`),
      [],
    );
    assert.deepEqual(
      await violations(`select o.id from orders o left join shipments s on s.order_id = o.id
        where (o.status in ('shipped', 'delivered')) <> (s.shipped_at is not null)
          or (o.status = 'delivered') <> (s.actual_delivery is not null)`),
      [],
    );
    assert.deepEqual(
      await violations(`select o.id from orders o where o.status is distinct from (
        select e.to_status from order_events e where e.order_id = o.id order by e.created_at desc, e.id desc fetch first 1 row only)`),
      [],
    );
  });

  test('has statuses that suit the age of the order, and none from the future', async () => {
    const byStatus = new Map(
      (
        await owner.client.query<{ status: string; n: number }>(
          'select status, count(*)::int as n from orders group by 1',
        )
      ).rows.map((row) => [row.status, row.n]),
    );
    for (const status of ['accepted', 'on_hold', 'shipped', 'delivered', 'cancelled', 'failed']) {
      assert.ok((byStatus.get(status) ?? 0) > 0, status);
    }
    assert.ok((byStatus.get('cancelled') ?? 0) < 40);
    assert.ok(!byStatus.has('pending') && !byStatus.has('placed'));
    assert.deepEqual(
      await violations(`select id from orders where greatest(created_at, updated_at, placed_at) > current_timestamp
        or created_at < current_timestamp - interval '91 days'
        or (created_at < current_timestamp - interval '14 days' and status not in ('delivered', 'cancelled', 'failed'))`),
      [],
    );
    assert.deepEqual(await violations('select id from order_events where created_at > current_timestamp'), []);
    assert.deepEqual(
      await violations(
        `select o.id from orders o join customers c on c.id = o.customer_id where c.created_at > o.created_at`,
      ),
      [],
    );
  });

  test('has a ticket for every kind of message, each begun by its customer', async () => {
    assert.ok((await number('select count(*) from tickets')) >= 10);
    assert.deepEqual(
      await violations(`select t.id from tickets t where 'customer' is distinct from (
        select m.sender_type from ticket_messages m where m.ticket_id = t.id order by m.created_at fetch first 1 row only)`),
      [],
    );
    assert.deepEqual(await violations('select id from tickets where product_id is null and service_id is null'), []);
    assert.deepEqual(await violations('select id from ticket_messages where created_at > current_timestamp'), []);
  });

  test('has reviews by people who received the product, once each', async () => {
    assert.ok((await number('select count(*) from reviews')) > 50);
    assert.deepEqual(
      await violations(`select r.id from reviews r join orders o on o.id = r.order_id
        where o.customer_id <> r.customer_id or o.status <> 'delivered' or r.created_at > current_timestamp
          or not exists (select from order_items i where i.order_id = o.id and i.product_id = r.product_id)`),
      [],
    );
    assert.deepEqual(
      await violations('select product_id from reviews group by product_id, customer_id having count(*) > 1'),
      [],
    );
  });

  test('writes to nobody: every address is reserved for examples', async () => {
    assert.deepEqual(
      await violations(`select email from (select email from customers union all select email from users
        union all select email from leads union all select contact_email from shops) people
        where email !~ '[@.]example\\.(com|org)$'`),
      [],
    );
    assert.equal(await number('select count(*) from customers'), 88);
  });

  test('leaves the ids from 1,000,000 on to the application', async () => {
    const { rows } = await owner.client.query<{ next: string }>("select nextval('business_ids') as next");
    assert.equal(rows[0]?.next, '1000000');
    for (const table of ['orders', 'order_items', 'customers', 'products', 'payments', 'reviews', 'ticket_messages']) {
      assert.ok((await number(`select max(id) from ${table}`)) < 1_000_000, table);
    }
  });

  test('keeps generated passwords for the demo people in a file of their owner alone', async () => {
    assert.equal((await stat(credentialsFile)).mode & 0o777, 0o600);
    const { crm, shop } = JSON.parse(await readFile(credentialsFile, 'utf8'));
    assert.deepEqual(
      crm.map((person: { username: string; role: string }) => `${person.username} ${person.role}`),
      ['admin admin', 'manager manager', 'support support', 'viewer viewer'],
    );
    assert.equal(shop.length, 2);
    const passwords = [...crm, ...shop].map((person: { password: string }) => person.password);
    assert.equal(new Set(passwords).size, 6);
    for (const password of passwords) assert.match(password, /^[A-Za-z0-9]{16}$/);
    assert.deepEqual(
      await violations(`select username from users where password_hash !~ '^\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$'`),
      [],
    );
    assert.equal(await number('select count(*) from users where customer_id is not null'), 2);
    assert.equal(await number('select count(*) from staff_roles'), 4);
  });

  test('changes nothing where there is data already', async () => {
    const before = await number('select sum(version) from orders');
    await owner.client.query("update products set price = 1.00 where sku = 'DRN-001'");
    const result = await seedDatabase(owner.db, {
      now: new Date(),
      credentialsFile: '/nonexistent/never-written.json',
    });
    assert.equal(result, undefined);
    assert.equal(await number("select price from products where sku = 'DRN-001'"), 1);
    assert.equal(await number('select sum(version) from orders'), before);
  });
});

describe('seeding', () => {
  test('happens once when two start at the same time', async () => {
    await using database = await createTestDatabase();
    const file = join(testRoleDir(testServerUrl()), 'twice.json');
    const results = await Promise.all(
      [1, 2].map(async () => {
        await using owner = await openAsOwner(database.ownerUrl);
        return await seedDatabase(owner.db, { now: new Date(), credentialsFile: file });
      }),
    );
    assert.deepEqual(
      results.map((result) => result?.orders ?? 0).sort((a, b) => a - b),
      [0, 600],
    );
  });

  test('gives the demo people of another database the passwords that the file holds already', async () => {
    const file = join(testRoleDir(testServerUrl()), 'kept.json');
    const read = async (): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));
    const kept: unknown[] = [];
    for (let round = 0; round < 2; round += 1) {
      await using database = await createTestDatabase();
      await using owner = await openAsOwner(database.ownerUrl);
      await seedDatabase(owner.db, { now: new Date(), credentialsFile: file });
      kept.push(await read());
    }
    assert.deepEqual(kept[1], kept[0]);
  });

  test('leaves the database empty when the credentials cannot be written', async () => {
    await using database = await createTestDatabase();
    await using owner = await openAsOwner(database.ownerUrl);
    await assert.rejects(seedDatabase(owner.db, { now: new Date(), credentialsFile: '/dev/null/credentials.json' }));
    const client = await connect(database.ownerUrl);
    const { rows } = await client.query('select count(*)::int as n from products');
    await client.end();
    assert.deepEqual(rows, [{ n: 0 }]);
  });
});
