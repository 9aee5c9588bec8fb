import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readFields } from '../../testing/protobuf-fields.ts';
import { ByteWriter } from './byte-writer.ts';

function written(write: (to: ByteWriter) => void) {
  const to = new ByteWriter(4);
  write(to);
  return readFields(to.written());
}

function bytesOf(fields: ReturnType<typeof readFields>, field: number): Buffer {
  const [value] = fields.get(field) ?? [];
  assert.ok(Buffer.isBuffer(value));
  return value;
}

test('whole numbers come back as they were, below zero as well', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      const [sent] = written((to) => to.signed(3, value)).get(3) ?? [];
      assert.equal(BigInt.asIntN(64, BigInt(String(sent))), BigInt(value));
    }),
  );
});

test('text comes back as it was, whatever its letters and length', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ minLength: 120, maxLength: 140 }));
  fc.assert(
    fc.property(texts, texts, (first, second) => {
      const fields = written((to) => {
        to.text(1, first);
        to.text(20, second);
      });
      assert.deepEqual([bytesOf(fields, 1).toString(), bytesOf(fields, 20).toString()], [first, second]);
    }),
  );
});

for (const size of [0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152])
  test(`a message of ${size} bytes has a length of as many bytes as it needs`, () => {
    const content = Buffer.alloc(size, 7);
    const to = new ByteWriter();
    const start = to.open(1);
    to.raw(content);
    to.close(start);
    to.whole(2, 9);
    const fields = readFields(to.written());
    assert.ok(bytesOf(fields, 1).equals(content));
    assert.deepEqual(fields.get(2), [9n]);
    const lengthBytes = Math.max(1, Math.ceil(size.toString(2).length / 7));
    assert.equal(to.length, 1 + lengthBytes + size + 2);
  });

test('instants are nanoseconds, to the quarter of a microsecond that a number can tell', () => {
  const instants = fc.tuple(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(instants, ([ms, fraction]) => {
      const sent = bytesOf(
        written((to) => to.instant(7, ms + fraction)),
        7,
      ).readBigUInt64LE();
      const off = sent - (BigInt(ms) * 1_000_000n + BigInt(Math.round(fraction * 1_000_000)));
      assert.ok(off >= -500n && off <= 500n, `${ms} + ${fraction} is ${off} off`);
    }),
  );
});

test('what is written after a clear stands alone', () => {
  const to = new ByteWriter();
  to.text(1, 'before');
  to.clear();
  to.hex(2, '00ff7f');
  assert.deepEqual([...readFields(to.written())], [[2, [Buffer.from([0, 255, 127])]]]);
});
