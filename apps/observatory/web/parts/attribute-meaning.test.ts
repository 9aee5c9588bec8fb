import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meaningOf } from './attribute-meaning.ts';

test('names of the platform and of the business have a meaning, with its unit where it has one', () => {
  assert.equal(meaningOf('octo.order.id'), 'Order that it was about');
  assert.equal(meaningOf('db.system.name'), 'postgresql or oracle.db');
  assert.match(meaningOf('octo.db.connection_wait_ms') ?? '', /waited for the session; .+ \(ms\)$/);
  assert.equal(meaningOf('db.response.returned_rows'), 'Rows read or changed');
});

test('what means one thing in one place and another elsewhere says both', () => {
  assert.match(meaningOf('server.address') ?? '', /^Host asked for, .+\. Host called; host of the database$/);
});

test('what others made up has none', () => {
  assert.equal(meaningOf('acme.flavour'), undefined);
});
