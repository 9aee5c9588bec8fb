import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countSpans, renewSpans, traceIdOf } from './otlp-spans.ts';

/** A length-delimited field; long enough ones take two bytes to say how long they are. */
function field(number: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const length = content.length < 128 ? [content.length] : [128 + (content.length % 128), content.length >> 7];
  return Buffer.concat([Buffer.from([number * 8 + 2, ...length]), content]);
}

function instant(number: number, nanos: bigint): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = number * 8 + 1;
  bytes.writeBigUInt64LE(nanos, 1);
  return bytes;
}

const kind = Buffer.from([6 * 8, 2]);
const flags = Buffer.from([0x85, 1, 1, 0, 0, 0]);
const traceId = Buffer.from('0af7651916cd43dd8448eb211c80319c', 'hex');
const parent = Buffer.from('b7ad6b7169203331', 'hex');
const child = Buffer.from('00f067aa0ba902b7', 'hex');
const name = field(5, Buffer.from('a name that is long enough to need a second byte for its length '.repeat(3)));

const exported = field(
  1,
  field(1, Buffer.from('the resource')),
  field(
    2,
    field(2, field(1, traceId), field(2, parent), name, kind, instant(7, 1000n), instant(8, 2000n), flags),
    field(2, field(1, traceId), field(2, child), field(4, parent), kind, instant(7, 1100n), instant(8, 1900n)),
  ),
);

test('counts the spans of an export and names the trace of the first', () => {
  assert.equal(countSpans(exported), 2);
  assert.equal(traceIdOf(exported), traceId.toString('hex'));
});

test('renewed spans have other ids, hang together as before, and happened later', () => {
  const renewed = renewSpans(exported, 5, 300n);
  const expected = Buffer.from(exported.toString('latin1'), 'latin1');
  const put = (from: Buffer) => {
    for (let at = expected.indexOf(from); at >= 0; at = expected.indexOf(from, at + 1))
      expected[at + from.length - 1] = (from.at(-1) ?? 0) ^ 5;
  };
  for (const id of [traceId, parent, child]) put(id);
  for (const nanos of [1000n, 2000n, 1100n, 1900n]) {
    const [before, after] = [instant(7, nanos).subarray(1), instant(7, nanos + 300n).subarray(1)];
    after.copy(expected, expected.indexOf(before));
  }
  assert.equal(renewed.toString('hex'), expected.toString('hex'));
  assert.deepEqual(renewSpans(renewed, 5, -300n), exported);
});

test('what is cut off is no export', () => {
  assert.throws(() => countSpans(exported.subarray(0, 100)), RangeError);
});
