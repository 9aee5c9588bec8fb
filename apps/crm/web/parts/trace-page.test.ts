import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tracePage } from './trace-page.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';

test('a trace is opened in the observatory', () =>
  assert.equal(tracePage('https://observe.example.com', traceId), `https://observe.example.com/traces/${traceId}`));

test('without an observatory there is nowhere to open it', () =>
  assert.equal(tracePage(undefined, traceId), undefined));

for (const id of ['0'.repeat(32), '', traceId.slice(1), `../${traceId}`, traceId.toUpperCase()])
  test(`${JSON.stringify(id)} is no trace that could be opened`, () =>
    assert.equal(tracePage('https://observe.example.com', id), undefined));
