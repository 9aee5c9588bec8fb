import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outboxHops } from './outbox-hops.ts';
import { spanOf } from './testing/spans.ts';
import { buildTree } from './trace-tree.ts';

const request = spanOf({ id: 'request', ms: [0, 20] });
const send = { ...spanOf({ id: 'send', parent: 'request', ms: [10, 12] }), name: 'messaging.send_message' };

function delivery(id: string, ms: [number, number], message = 'm1') {
  return { ...spanOf({ id, parent: 'request', ms }), attributes: { 'messaging.message.id': message } };
}

test('a message waits from when it was written until it is delivered', () => {
  const hops = outboxHops(buildTree([request, send, delivery('d', [42, 50])]));
  assert.deepEqual([...hops], [['d', { fromMs: 12, waitedMs: 30, attempt: 1 }]]);
});

test('another attempt waits from the end of the one before', () => {
  const hops = outboxHops(buildTree([request, send, delivery('d1', [42, 50]), delivery('d2', [80, 90])]));
  assert.deepEqual(hops.get('d2'), { fromMs: 50, waitedMs: 30, attempt: 2 });
});

test('where nobody saw it written, it waits from the end of the work that it follows from', () => {
  assert.equal(outboxHops(buildTree([request, delivery('d', [42, 50])])).get('d')?.waitedMs, 22);
  assert.equal(outboxHops(buildTree([delivery('d', [42, 50])])).size, 0);
});
