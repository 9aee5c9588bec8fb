import { sql } from 'kysely';
import { OutBind } from '../out-bind.ts';
import type { OracleCase } from './tables.ts';

const movement = 'select id, quantity from stock_movements';
const level = { productId: 1, warehouseId: 2, quantity: 3, note: null };

export const writes: readonly OracleCase[] = [
  {
    name: 'an insert of one row',
    build: (db) => db.insertInto('stockLevels').values(level),
    sql: 'insert into stock_levels (product_id, warehouse_id, quantity, note) values (:1, :2, :3, :4)',
    parameters: [1, 2, 3, null],
  },
  {
    name: 'an insert of several rows',
    build: (db) =>
      db.insertInto('stockMovements').values([
        { productId: 1, quantity: 2 },
        { productId: 3, quantity: 4 },
      ]),
    sql: 'insert into stock_movements (product_id, quantity) values (:1, :2), (:3, :4)',
    parameters: [1, 2, 3, 4],
  },
  {
    name: 'an insert of what was selected',
    build: (db) =>
      db
        .insertInto('stockMovements')
        .columns(['productId', 'quantity'])
        .expression(({ selectFrom }) => selectFrom('stockLevels').select(['productId', 'quantity'])),
    sql: 'insert into stock_movements (product_id, quantity) select product_id, quantity from stock_levels',
  },
  {
    name: 'an insert that may find its row present',
    build: (db) =>
      db
        .insertInto('stockLevels')
        .values(level)
        .onConflict((conflict) => conflict.doNothing()),
    sql: 'insert into stock_levels (product_id, warehouse_id, quantity, note) values (:1, :2, :3, :4)',
    parameters: [1, 2, 3, null],
  },
  {
    name: 'an update by arithmetic',
    build: (db) =>
      db
        .updateTable('stockLevels')
        .set(({ eb }) => ({ quantity: eb('quantity', '-', 2), note: null }))
        .where('productId', '=', 1)
        .where('quantity', '>=', 2),
    sql: 'update stock_levels set quantity = quantity - :1, note = :2 where product_id = :3 and quantity >= :4',
    parameters: [2, null, 1, 2],
  },
  {
    name: 'an update from a subquery',
    build: (db) =>
      db.updateTable('products as p').set(({ selectFrom }) => ({
        priceCents: selectFrom('stockLevels as s')
          .select(({ fn }) => fn.max('s.quantity').as('most'))
          .whereRef('s.productId', '=', 'p.id'),
      })),
    sql: 'update products p set price_cents = (select max(s.quantity) as most from stock_levels s where s.product_id = p.id)',
  },
  {
    name: 'an update beside another table',
    build: (db) =>
      db
        .updateTable('stockLevels as s')
        .from('products as p')
        .set({ note: 'retired' })
        .whereRef('s.productId', '=', 'p.id')
        .where('p.active', '=', false),
    sql: 'update stock_levels s set note = :1 from products p where s.product_id = p.id and p.active = :2',
    parameters: ['retired', false],
  },
  {
    name: 'a claim of the oldest rows',
    build: (db) =>
      db
        .updateTable('products')
        .set({ status: 'claimed' })
        .where('id', 'in', ({ selectFrom }) =>
          selectFrom('products').select('id').where('status', '=', 'new').orderBy('createdAt').fetch(10),
        )
        .where('status', '=', 'new'),
    sql:
      'update products set status = :1 where id in (select id from products where status = :2 ' +
      'order by created_at fetch first :3 rows only) and status = :4',
    parameters: ['claimed', 'new', 10, 'new'],
  },
  {
    name: 'a delete by subquery',
    build: (db) =>
      db
        .deleteFrom('stockLevels as s')
        .where('s.productId', 'in', ({ selectFrom }) =>
          selectFrom('products').select('id').where('active', '=', false),
        ),
    sql: 'delete from stock_levels s where s.product_id in (select id from products where active = :1)',
    parameters: [false],
  },
  {
    name: 'a merge',
    build: (db) =>
      db
        .mergeInto('stockLevels as s')
        .using('stockMovements as m', (join) => join.onRef('m.productId', '=', 's.productId').on('m.quantity', '>', 0))
        .whenMatched()
        .thenUpdateSet(({ ref }) => ({ quantity: ref('m.quantity') }))
        .whenNotMatched()
        .thenInsertValues(({ ref }) => ({ productId: ref('m.productId'), quantity: 1, warehouseId: 2 })),
    sql:
      'merge into stock_levels s using stock_movements m on (m.product_id = s.product_id and m.quantity > :1) ' +
      'when matched then update set quantity = m.quantity ' +
      'when not matched then insert (product_id, quantity, warehouse_id) values (m.product_id, :2, :3)',
    parameters: [0, 1, 2],
  },
  {
    name: 'a merge that only adds what is missing',
    build: (db) =>
      db
        .mergeInto('stockLevels as s')
        .using(
          ({ selectFrom }) => selectFrom('products').select('id').as('p'),
          (join) => join.onRef('p.id', '=', 's.productId'),
        )
        .whenNotMatched()
        .thenInsertValues(({ ref }) => ({ productId: ref('p.id'), quantity: 0, warehouseId: 2 })),
    sql:
      'merge into stock_levels s using (select id from products) p on (p.id = s.product_id) ' +
      'when not matched then insert (product_id, quantity, warehouse_id) values (p.id, :1, :2)',
    parameters: [0, 2],
  },
  {
    name: 'an insert that returns columns of its row',
    build: (db) => db.insertInto('stockMovements').values({ productId: 1, quantity: 2 }).returning(['id', 'quantity']),
    sql: 'insert into stock_movements (product_id, quantity) values (:1, :2) returning id, quantity into :3, :4',
    parameters: [1, 2, new OutBind('id', 0, movement), new OutBind('quantity', 1, movement)],
  },
  {
    name: 'an update that returns columns of its rows under other names',
    build: (db) =>
      db
        .updateTable('products as p')
        .set({ status: 'retired' })
        .where('p.active', '=', false)
        .returning(['p.id as productId', 'p.name']),
    sql: 'update products p set status = :1 where p.active = :2 returning id, name into :3, :4',
    parameters: [
      'retired',
      false,
      new OutBind('product_id', 0, 'select id, name from products'),
      new OutBind('name', 1, 'select id, name from products'),
    ],
  },
  {
    name: 'a delete that returns a column of its rows',
    build: (db) => db.withSchema('octo_owner').deleteFrom('products').where('id', '=', 7).returning('name'),
    sql: 'delete from octo_owner.products where id = :1 returning name into :2',
    parameters: [7, new OutBind('name', 0, 'select name from octo_owner.products')],
  },
  {
    name: 'a savepoint',
    build: (db) => ({ compile: () => sql`savepoint ${sql.id('before_payment')}`.compile(db) }),
    sql: 'savepoint before_payment',
  },
  {
    name: 'the way back to a savepoint',
    build: (db) => ({ compile: () => sql`rollback to ${sql.id('before_payment')}`.compile(db) }),
    sql: 'rollback to before_payment',
  },
  {
    name: 'a constant that is written out',
    build: (db) => db.updateTable('products').set({ active: sql.lit(false), priceCents: sql.lit(0) }),
    sql: 'update products set active = false, price_cents = 0',
  },
];
