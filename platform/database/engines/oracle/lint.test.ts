import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintOracle } from './lint.ts';

const sound = [
  "select p.id, count(*) as sold from products p left join order_lines l on l.product_id = p.id where p.status in ('active', 'draft', 'hidden') group by p.id",
  'select id from orders where credit_limit > :1 order by id offset :2 rows fetch first :3 rows only',
  'select id from orders where id in (:1, :2, :3, :4)',
  'select id from orders where (id, line) in ((:1, :2), (:3, :4))',
  'select id from orders where id in (select order_id from lines fetch first 5 rows only) for update',
  "select json_value(payload, '$.total' returning number) as total from events",
  "select cast(id as varchar2(20 char)) as text from t where name <> 'it''s' and kind = 'a::b limit 3 now()'",
  'insert into orders (id) values (:1) returning id into :2',
  "create table orders (id number(19) not null, note clob, text clob, status varchar2(20 char) default 'placed' not null)",
  'select trim(both from name) as name, extract(year from placed_at) as placed_in from orders',
  'update orders o set status = :1 where o.id = :2',
  'begin null; end;',
  "select id from orders where placed_at < :1 - interval '1' day",
  'select octo_now() as now from dual',
];

for (const sql of sound) {
  test(`finds nothing in: ${sql}`, () => {
    assert.deepEqual(lintOracle(sql), []);
  });
}

const faulty: readonly (readonly [sql: string, problem: RegExp])[] = [
  ['select id from t order by id limit :1', /^LIMIT/],
  ['select id from t limit 10', /^LIMIT/],
  ['insert into t (id) values (:1) on conflict do nothing', /^ON CONFLICT/],
  ['insert into t (id) values (:1) returning id', /^RETURNING without INTO/],
  ['select id from t where name ilike :1', /^ILIKE/],
  ['select id::varchar2 from t', /^::/],
  ["select id from t where name = ''", /^'':/],
  ['select "id" from t', /^a double-quoted identifier/],
  ['create table t (note text)', /^type text/],
  ['create table t (id bigint not null)', /^type bigint/],
  ['alter table t add (seen_at timestamptz)', /^type timestamptz/],
  ['select cast(a as jsonb) as a from t', /^type jsonb/],
  ['create table t (name varchar(20))', /^varchar/],
  ['select id from t where at < now()', /^now\(\)/],
  ["select nextval('business_ids')", /^nextval\(\)/],
  ["select string_agg(name, ',') as names from t", /^string_agg\(\)/],
  ['select id from t where id = $1', /^a \$ bind/],
  ['select t.id from products as t', /^AS before a table alias/],
  ['select t.id from a, products as t', /^AS before a table alias/],
  ['select t.id from (select id from a) as t', /^AS before a table alias/],
  ['select id from b where exists (select a.id from a inner join c as d on d.id = a.id)', /^AS before a table alias/],
  ['update products as t set a = :1', /^AS before a table alias/],
  ['select id from t order by id fetch first 5 rows only for update skip locked', /ORA-02014/],
  ['release savepoint before_payment', /^RELEASE SAVEPOINT/],
  ['select id from t;', /^trailing semicolon/],
  ['select id from t where id in (:1, :2, :3)', /^an IN list of 3/],
  ['select id from t where (a, b) in ((:1, :2), (:3, :4), (:5, :6))', /^an IN list of 3/],
  ['select id from t where id = any(:1)', /^an array/],
  ['select distinct on (a) a, b from t', /^DISTINCT ON/],
  ['with recursive x (n) as (select 1) select n from x', /^WITH RECURSIVE/],
  ["select id from t where at < :1 - interval '1 day'", /^an interval/],
  ['select id from t order by id offset 5 fetch first 5 rows only', /^OFFSET without ROWS/],
  ["select id from t where email = 'ann@example.com'", /^the literal ann/],
  ["select id from t where day = '2026-11-02'", /^the literal 2026/],
  ['select id from t where id = 100000123', /^the literal 100000123/],
  ['create view v as select id from t where id = :1', /^a bind in a definition/],
  ['with gone as (delete from t where id = :1) select id from gone', /^a write inside a query/],
];

for (const [sql, problem] of faulty) {
  test(`finds one fault in: ${sql}`, () => {
    const problems = lintOracle(sql);
    assert.equal(problems.length, 1, problems.join(' | '));
    assert.match(problems.join(), problem);
  });
}
