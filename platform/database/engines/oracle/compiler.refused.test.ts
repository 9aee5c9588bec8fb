import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Compilable, sql } from 'kysely';
import { type Db, db } from './cases/tables.ts';
import { compileForOracle } from './compile.ts';

type Refused = readonly [construct: RegExp, build: (db: Db) => Compilable];
const products = db.selectFrom('products').select('id');
const level = { productId: 1, warehouseId: 2, quantity: 3, note: null };
const raw = (text: string) => db.selectFrom('products').select(sql.raw(text).as('found'));

const refused: readonly Refused[] = [
  [/LIMIT/, () => products.limit(5)],
  [/LIMIT/, () => products.modifyEnd(sql`limit ${5}`)],
  [/DISTINCT ON/, () => products.distinctOn('shopId')],
  [/the operator ilike/, () => products.where('name', 'ilike', 'kite%')],
  [/the operator @>/, () => products.where('name', '@>', 'kite')],
  [/the operator is distinct from/, () => products.where('name', 'is distinct from', 'kite')],
  [/ILIKE/, () => raw('name ilike other')],
  [/::/, () => raw('id::text')],
  [/now\(\)/, () => raw('now()')],
  [/''/, () => raw("coalesce(name, '')")],
  [/double-quoted identifier/, () => raw('"id"')],
  [/an array/, () => raw('array[1, 2]')],
  [/now\(\)/, () => products.where(({ eb, fn }) => eb('createdAt', '<', fn<Date>('now')))],
  [/string_agg\(\)/, () => db.selectFrom('products').select(({ fn }) => fn.agg('string_agg', ['name']).as('names'))],
  [/any\(\)/, () => products.where(({ eb, fn }) => eb('id', '=', fn<number>('any', ['id'])))],
  [/an array bind/, () => products.where('id', '=', sql<number>`${[1, 2]}`)],
  [/'' as a value/, () => products.where('name', '=', '')],
  [/'' as a literal/, () => products.where('name', '=', sql.lit(''))],
  [/an empty list/, () => products.where('id', 'in', [])],
  [
    /comparison of row values/,
    () => products.where(({ eb, refTuple, tuple }) => eb(refTuple('name', 'id'), '>', tuple('kite', 7))),
  ],
  [
    /FILTER on an aggregate/,
    () => db.selectFrom('products').select(({ fn }) => fn.countAll().filterWhere('active', '=', true).as('n')),
  ],
  [
    /JSON path operator/,
    () => db.selectFrom('products').select(({ ref }) => ref('attributes', '->>').key('kv').as('kv')),
  ],
  [/a cast to text/, () => db.selectFrom('products').select(({ cast }) => cast('id', 'text').as('found'))],
  [/the data type uuid/, () => db.selectFrom('products').select(({ cast }) => cast('id', 'uuid').as('found'))],
  [/\* beside other columns/, () => db.selectFrom('products').selectAll().select('id as again')],
  [/FOR UPDATE with a row limit/, () => products.forUpdate().fetch(5)],
  [/FOR UPDATE with a row limit/, () => products.distinct().forUpdate()],
  [/a lock other than FOR UPDATE/, () => products.forShare()],
  [/FOR UPDATE OF/, () => products.forUpdate('products')],
  [
    /a lateral join/,
    () =>
      products.innerJoinLateral(
        (eb) => eb.selectFrom('stockLevels').select('quantity').as('s'),
        (join) => join.onTrue(),
      ),
  ],
  [
    /MATERIALIZED/,
    () =>
      db
        .with(
          (cte) => cte('p').materialized(),
          () => products,
        )
        .selectFrom('p')
        .select('p.id'),
  ],
  [
    /recursive WITH without/,
    () =>
      db
        .withRecursive('p', () => products)
        .selectFrom('p')
        .select('p.id'),
  ],
  [
    /EXPLAIN/,
    () => ({
      compile: () =>
        db
          .getExecutor()
          .compileQuery({ ...products.toOperationNode(), explain: { kind: 'ExplainNode' } }, { queryId: 'explain' }),
    }),
  ],
  [/the reserved word level/, () => db.selectFrom('products').select('id as level')],
  [/the identifier "1st"/, () => db.selectFrom('products').select('id as 1st')],
  [/within 63 bytes/, () => db.selectFrom('products').select(`id as ${'n'.repeat(64)}`)],
  [/\* in RETURNING/, () => db.insertInto('stockLevels').values(level).returningAll()],
  [/\* in RETURNING/, () => db.deleteFrom('stockLevels').returningAll('stockLevels')],
  [
    /an expression in RETURNING/,
    () =>
      db
        .updateTable('stockLevels')
        .set('quantity', 1)
        .returning(({ eb }) => eb('quantity', '+', 1).as('more')),
  ],
  [
    /RETURNING of an INSERT of several rows/,
    () => db.insertInto('stockLevels').values([level, level]).returning('quantity'),
  ],
  [
    /RETURNING of an INSERT of several rows/,
    () =>
      db
        .insertInto('stockLevels')
        .columns(['productId'])
        .expression(({ selectFrom }) => selectFrom('products').select('id'))
        .returning('quantity'),
  ],
  [
    /RETURNING of an UPDATE … FROM/,
    () =>
      db
        .updateTable('stockLevels as s')
        .from('products as p')
        .set('quantity', 1)
        .whereRef('s.productId', '=', 'p.id')
        .returning('s.quantity'),
  ],
  [
    /RETURNING of a MERGE/,
    () =>
      db
        .mergeInto('stockLevels as s')
        .using('products as p', 'p.id', 's.productId')
        .whenMatched()
        .thenUpdateSet({ quantity: 1 })
        .returning('s.quantity'),
  ],
  [
    /several WHEN branches of one kind/,
    () =>
      db
        .mergeInto('stockLevels as s')
        .using('products as p', 'p.id', 's.productId')
        .whenMatched()
        .thenUpdateSet({ quantity: 1 })
        .whenMatched()
        .thenUpdateSet({ note: 'again' }),
  ],
  [
    /ON CONFLICT DO UPDATE/,
    () =>
      db
        .insertInto('stockLevels')
        .values(level)
        .onConflict((on) => on.column('productId').doUpdateSet({ quantity: 1 })),
  ],
  [
    /insert-if-absent of several rows/,
    () =>
      db
        .insertInto('stockLevels')
        .values([level, level])
        .onConflict((on) => on.doNothing()),
  ],
  [/DEFAULT VALUES/, () => db.insertInto('stockMovements').defaultValues()],
  [
    /rows of different columns/,
    () => db.insertInto('stockLevels').values([level, { productId: 1, warehouseId: 3, quantity: 3 }]),
  ],
  [/RELEASE SAVEPOINT/, () => ({ compile: () => sql`release savepoint ${sql.id('before_payment')}`.compile(db) })],
  [/WITH before a write/, () => db.with('p', () => products).deleteFrom('products')],
  [/DELETE … USING/, () => db.deleteFrom('products').using('stockLevels').whereRef('id', '=', 'productId')],
  [
    /a write inside a query/,
    () =>
      db
        .with('gone', (cte) => cte.deleteFrom('products').returning('id'))
        .selectFrom('gone')
        .select('id'),
  ],
  [
    /WHEN … AND/,
    () =>
      db
        .mergeInto('stockLevels as s')
        .using('products as p', 'p.id', 's.productId')
        .whenMatchedAnd('s.quantity', '>', 0)
        .thenDelete(),
  ],
  [
    /DO NOTHING or DELETE/,
    () => db.mergeInto('stockLevels as s').using('products as p', 'p.id', 's.productId').whenMatched().thenDelete(),
  ],
  [/the data type serial/, () => db.schema.createTable('t').addColumn('id', 'serial')],
  [/the data type varchar/, () => db.schema.createTable('t').addColumn('name', 'varchar')],
  [/a temporary table/, () => db.schema.createTable('t').temporary().addColumn('id', 'bigint')],
  [/a bind in a definition/, () => db.schema.createTable('t').addCheckConstraint('c', sql`id > ${0}`)],
  [
    /ON UPDATE/,
    () =>
      db.schema
        .createTable('t')
        .addColumn('id', 'bigint', (column) => column.references('products.id').onUpdate('cascade')),
  ],
  [
    /ON DELETE SET DEFAULT/,
    () =>
      db.schema
        .createTable('t')
        .addColumn('a', 'bigint')
        .addForeignKeyConstraint('k', ['a'], 'b', ['id'], (key) => key.onDelete('set default')),
  ],
  [/a partial index/, () => db.schema.createIndex('i').on('products').column('id').where('id', '>', 0)],
  [/an index method/, () => db.schema.createIndex('i').on('products').using('gin').column('id')],
  [/a materialized view/, () => db.schema.createView('v').materialized().as(products)],
  [/several changes in one/, () => db.schema.alterTable('products').dropColumn('name').addColumn('title', 'text')],
  [/DROP INDEX … ON/, () => db.schema.dropIndex('i').on('products')],
];

for (const [construct, build] of refused) {
  const query = build(db).compile();
  test(`refuses ${construct.source} in: ${query.sql}`, () => {
    assert.throws(() => compileForOracle(query.query), {
      message: new RegExp(`^Oracle does not take .*${construct.source}`),
    });
  });
}
