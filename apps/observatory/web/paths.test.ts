import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asTraceId, tracePath, tracesPath } from './paths.ts';

const id = '0af7651916cd43dd8448eb211c80319c';

test('a trace id is known with blanks around it and in capitals', () => {
  assert.equal(asTraceId(`  ${id.toUpperCase()}\n`), id);
  for (const text of ['', 'shop', id.slice(1), `${id}0`, id.replace('0', 'g')])
    assert.equal(asTraceId(text), undefined);
});

test('a trace has an address, and each of its spans within it', () => {
  assert.equal(tracePath(id), `/traces/${id}`);
  assert.equal(tracePath(id, null), `/traces/${id}`);
  assert.equal(tracePath(id, 'b7ad6b7169203331'), `/traces/${id}?span=b7ad6b7169203331`);
});

test('a search is written into the address without what was not asked', () => {
  assert.equal(tracesPath({}), '/traces');
  assert.equal(
    tracesPath({ service: 'shop', route: undefined, min: null, q: 'GET /a', status: '', minutes: 60 }),
    '/traces?service=shop&q=GET+%2Fa&minutes=60',
  );
  assert.equal(tracesPath({ min: 0 }), '/traces?min=0');
});
