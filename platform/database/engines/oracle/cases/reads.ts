import { sql } from 'kysely';
import type { OracleCase } from './tables.ts';

export const reads: readonly OracleCase[] = [
  {
    name: 'a filter with aliases',
    build: (db) =>
      db.selectFrom('products as p').select(['p.id', 'p.priceCents as cents']).where('p.active', '=', true),
    sql: 'select p.id, p.price_cents as cents from products p where p.active = :1',
    parameters: [true],
  },
  {
    name: 'a whole row and a boolean constant',
    build: (db) => db.selectFrom('products').selectAll('products').where('active', 'is', true),
    sql: 'select products.* from products where active is true',
  },
  {
    name: 'joins with an aggregate',
    build: (db) =>
      db
        .selectFrom('products as p')
        .innerJoin('stockLevels as s', 's.productId', 'p.id')
        .leftJoin('stockMovements as m', (join) => join.onRef('m.productId', '=', 'p.id').on('m.quantity', '<', 0))
        .select(({ fn }) => ['p.shopId', fn.sum('s.quantity').as('stock'), fn.countAll().as('lines')])
        .groupBy('p.shopId')
        .having(({ fn }) => fn.countAll(), '>', 2),
    sql:
      'select p.shop_id, sum(s.quantity) as stock, count(*) as lines from products p ' +
      'inner join stock_levels s on s.product_id = p.id ' +
      'left join stock_movements m on m.product_id = p.id and m.quantity < :1 ' +
      'group by p.shop_id having count(*) > :2',
    parameters: [0, 2],
  },
  {
    name: 'a keyset page',
    build: (db) =>
      db
        .selectFrom('products')
        .select(['id', 'name'])
        .where(({ eb, and, or }) => or([eb('name', '>', 'kite'), and([eb('name', '=', 'kite'), eb('id', '>', 7)])]))
        .orderBy('name')
        .orderBy('id', 'desc')
        .fetch(20),
    sql:
      'select id, name from products where (name > :1 or (name = :2 and id > :3)) ' +
      'order by name, id desc fetch first :4 rows only',
    parameters: ['kite', 'kite', 7, 20],
  },
  {
    name: 'a page by offset',
    build: (db) => db.selectFrom('products').select('id').orderBy('id').offset(40).fetch(20),
    sql: 'select id from products order by id offset :1 rows fetch first :2 rows only',
    parameters: [40, 20],
  },
  {
    name: 'a row limit written as a modifier',
    build: (db) => db.selectFrom('products').select('id').orderBy('id').modifyEnd(sql`fetch first ${5} rows only`),
    sql: 'select id from products order by id fetch first :1 rows only',
    parameters: [5],
  },
  {
    name: 'exists',
    build: (db) =>
      db
        .selectFrom('products as p')
        .select('p.id')
        .where(({ exists, not, selectFrom }) =>
          not(exists(selectFrom('stockLevels as s').select('s.productId').whereRef('s.productId', '=', 'p.id'))),
        ),
    sql: 'select p.id from products p where not exists (select s.product_id from stock_levels s where s.product_id = p.id)',
  },
  {
    name: 'a list of binds and a subquery from',
    build: (db) =>
      db
        .selectFrom((eb) => eb.selectFrom('products').select(['id', 'name']).where('id', 'in', [1, 2, 3, 3]).as('p'))
        .select('p.name'),
    sql: 'select p.name from (select id, name from products where id in (:1, :2, :3, :4)) p',
    parameters: [1, 2, 3, 3],
  },
  {
    name: 'pairs in a list',
    build: (db) =>
      db
        .selectFrom('stockLevels')
        .select('quantity')
        .where(({ eb, refTuple, tuple }) => eb(refTuple('productId', 'warehouseId'), 'in', [tuple(1, 2), tuple(3, 4)])),
    sql: 'select quantity from stock_levels where (product_id, warehouse_id) in ((:1, :2), (:3, :4))',
    parameters: [1, 2, 3, 4],
  },
  {
    name: 'case, coalesce, cast and a window',
    build: (db) =>
      db.selectFrom('products').select(({ fn, eb, cast, lit }) => [
        eb.case().when('active', '=', true).then('on').else('off').end().as('state'),
        fn.coalesce('name', lit(0)).as('label'),
        cast<string>('id', 'varchar(20)').as('idText'),
        fn
          .countAll()
          .over((over) => over.partitionBy('shopId').orderBy('id'))
          .as('place'),
      ]),
    sql:
      'select case when active = :1 then :2 else :3 end as state, coalesce(name, 0) as label, ' +
      'cast(id as varchar2(20 char)) as id_text, count(*) over(partition by shop_id order by id) as place from products',
    parameters: [true, 'on', 'off'],
  },
  {
    name: 'a value of a document',
    build: (db) =>
      db
        .selectFrom('products')
        .select(({ fn, ref }) => fn<string>('json_value', [ref('attributes'), sql.lit('$.motor.kv')]).as('kv')),
    sql: "select json_value(attributes, '$.motor.kv') as kv from products",
  },
  {
    name: 'a match without regard to case',
    build: (db) => db.selectFrom('products').select('id').where(sql`upper(name)`, 'like', sql`upper(${'kite%'})`),
    sql: 'select id from products where upper(name) like upper(:1)',
    parameters: ['kite%'],
  },
  {
    name: 'a lock in order',
    build: (db) =>
      db.selectFrom('stockLevels').select('quantity').where('productId', '=', 1).orderBy('warehouseId').forUpdate(),
    sql: 'select quantity from stock_levels where product_id = :1 order by warehouse_id for update',
    parameters: [1],
  },
  {
    name: 'a lock that skips the locked',
    build: (db) => db.selectFrom('stockLevels').select('quantity').forUpdate().skipLocked(),
    sql: 'select quantity from stock_levels for update skip locked',
  },
  {
    name: 'a lock that does not wait',
    build: (db) => db.selectFrom('stockLevels').select('quantity').forUpdate().noWait(),
    sql: 'select quantity from stock_levels for update nowait',
  },
  {
    name: 'a named subquery and a union',
    build: (db) =>
      db
        .with('sold', (cte) => cte.selectFrom('stockMovements').select('productId').distinct())
        .selectFrom('sold')
        .select('productId')
        .unionAll(db.selectFrom('stockLevels').select('productId')),
    sql:
      'with sold as (select distinct product_id from stock_movements) ' +
      'select product_id from sold union all select product_id from stock_levels',
  },
  {
    name: 'a recursive subquery, without the word',
    build: (db) =>
      db
        .withRecursive('numbers(n)', (cte) =>
          cte
            .selectNoFrom(({ lit }) => lit(1).as('n'))
            .unionAll(
              cte
                .selectFrom('numbers')
                .select(({ eb }) => eb('n', '+', 1).as('n'))
                .where('n', '<', 5),
            ),
        )
        .selectFrom('numbers')
        .select('n'),
    sql: 'with numbers(n) as (select 1 as n union all select n + :1 as n from numbers where n < :2) select n from numbers',
    parameters: [1, 5],
  },
  {
    name: 'a range and nulls',
    build: (db) =>
      db
        .selectFrom('stockLevels')
        .select('quantity')
        .where(({ between, not, eb, and }) => and([between('quantity', 1, 9), not(eb('note', 'is', null))]))
        .orderBy('note', (order) => order.desc().nullsLast()),
    sql: 'select quantity from stock_levels where (quantity between :1 and :2 and not note is null) order by note desc nulls last',
    parameters: [1, 9],
  },
  {
    name: 'raw text with names and binds',
    build: (db) => ({
      compile: () => sql`select ${sql.ref('p.id')} from ${sql.table('products')} p where p.id = ${9}`.compile(db),
    }),
    sql: 'select p.id from products p where p.id = :1',
    parameters: [9],
  },
];
