import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskConstants } from './mask-constants.ts';

const cases: readonly [string, string][] = [
  ['select name from items where id = $1 and price > :2', 'select name from items where id = $1 and price > :2'],
  [
    "select 1 from users where email = 'ada@example.org' and age > 41",
    'select ? from users where email = ? and age > ?',
  ],
  ["select 'it''s', e'it\\'s', n'x', 1.5e-3", 'select ?, ?, n?, ?'],
  ["select q'[it's]', nq'{a'b}' from dual", 'select ?, ? from dual'],
  ["select q'!it's ada!', q'[a)'b]' from dual", 'select ?, ? from dual'],
  ['select 4111_1111, .5, 0x1F, 7., 12f, t.c5, +2e-7, $1', 'select ?, ?, ?, ?, ?, t.c5, +?, $1'],
  ['select 1 /* a /* b */ ada */ from t /* c /* cut', 'select ?   from t  '],
  ['select $$body$$, $tag$ $$ $tag$, $é$ ada $é$, $1', 'select ?, ?, ?, $1'],
  [
    'select t1.c2, "Name 3" from t1 -- for ada\nwhere a = 1 /* 4111 1111 */',
    'select t1.c2, "Name 3" from t1  \nwhere a = ?  ',
  ],
  [
    'select /*+ full(o) */ id from orders o where id in ($1 /*, ... */)',
    'select /*+ full(o) */ id from orders o where id in ($1 /*, ... */)',
  ],
  ["select 1 where name = 'cut in the mid", 'select ? where name = ?'],
  ['select 1 /* cut in the mid', 'select ?  '],
  ["alter role octo_shop login password 'SCRAM-SHA-256$4096:abc'", 'alter role octo_shop login password ?'],
  ['create user octo_shop identified by "Very-Secret1" quota 5m on data', 'create user octo_shop identified by ?'],
  [
    'administer key management set keystore open identified by Very1',
    'administer key management set keystore open identified by ?',
  ],
  ['update users set password_hash = $1 where id = $2', 'update users set password_hash = $1 where id = $2'],
];

for (const [text, masked] of cases) {
  test(`shows ${JSON.stringify(text)} without its constants`, () => assert.equal(maskConstants(text), masked));
}
