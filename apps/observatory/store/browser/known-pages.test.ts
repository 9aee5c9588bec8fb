import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { knownPages } from './known-pages.ts';
import { browserSchema } from './schema.ts';

const home = { app: 'shop', page: '/', release: '1' };
const other = { app: 'shop', page: '(other)', release: '' };
const start = 1_000_000;

function emptyStore(): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  db.exec(browserSchema);
  return db;
}

test('what is made up, pages or releases, is counted together from a number on', () => {
  using db = emptyStore();
  const known = knownPages(db);
  const named = new Set<string>();
  for (let at = 0; at < 1000; at += 1) {
    named.add(JSON.stringify(known({ ...home, page: `/${at}` }, start)));
    named.add(JSON.stringify(known({ ...home, release: `${at}` }, start)));
  }
  assert.equal(named.size, 301);
  assert.ok(named.has(JSON.stringify(other)));
});

test('pages that people open keep their place, and what was made up leaves it again', () => {
  using db = emptyStore();
  const known = knownPages(db);
  known(home, start);
  for (let minute = start; minute < start + 550; minute += 1) {
    for (let at = 0; at < 20; at += 1) known({ ...home, page: `/${minute}-${at}` }, minute);
    assert.deepEqual(known(home, minute), home);
  }
  const cart = { ...home, page: '/cart' };
  assert.deepEqual(known(cart, start + 550), other);
  assert.deepEqual(known(cart, start + 800), cart);
});

test('after a restart those that were counted are known', () => {
  using db = emptyStore();
  const insert = db.prepare('insert into browser_minutes values (?, ?, ?, ?, 1, 0)');
  insert.run(start, other.app, other.page, other.release);
  for (let at = 0; at < 300; at += 1) insert.run(start + at, home.app, `/${at}`, home.release);
  const known = knownPages(db);
  assert.deepEqual(known({ ...home, page: '/299' }, start + 300), { ...home, page: '/299' });
  assert.deepEqual(known(home, start + 300), home, 'the first of them was not seen for long');
  assert.deepEqual(known({ ...home, page: '/0' }, start + 100), other);
});
