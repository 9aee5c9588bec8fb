import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AppError } from '../errors/app-error.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Position, SortKind } from './keyset.ts';

const positions: Record<SortKind, Position> = {
  text: { value: 'Zoë', id: 7 },
  whole: { value: 12, id: 7 },
  amount: { value: '499.90', id: 7 },
  instant: { value: new Date('2026-01-02T03:04:05.678Z'), id: 7 },
};

for (const [kind, position] of Object.entries(positions) as [SortKind, Position][]) {
  test(`a cursor over ${kind} is what an address may hold, and leads back to where the page ended`, () => {
    const cursor = encodeCursor('things.newest', position);
    assert.match(cursor, /^[A-Za-z0-9_-]+$/);
    assert.deepEqual(decodeCursor('things.newest', cursor, kind), position);
  });
}

function written(...parts: unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

const refused: Record<string, [cursor: string, kind: SortKind]> = {
  'is no JSON': ['abc', 'text'],
  'is no list': [Buffer.from('{}').toString('base64url'), 'text'],
  'was made for another list': [written('others.newest', 'a', 1), 'text'],
  'has a part too many': [written('things.newest', 'a', 1, 2), 'text'],
  'has an id that is none': [written('things.newest', 'a', 1.5), 'text'],
  'has an id in text': [written('things.newest', 'a', '1'), 'text'],
  'holds a number for text': [written('things.newest', 1, 1), 'text'],
  'holds text that no database keeps': [written('things.newest', 'a\u0000', 1), 'text'],
  'holds half a character': [written('things.newest', '\ud800', 1), 'text'],
  'holds text without end': [written('things.newest', 'a'.repeat(201), 1), 'text'],
  'holds text for a number': [written('things.newest', '1', 1), 'whole'],
  'holds a fraction': [written('things.newest', 1.5, 1), 'whole'],
  'holds an amount of three places': [written('things.newest', '1.234', 1), 'amount'],
  'holds an amount below nothing': [written('things.newest', '-1.00', 1), 'amount'],
  'holds an amount in powers': [written('things.newest', '1e3', 1), 'amount'],
  'holds SQL for an amount': [written('things.newest', "1.00' or '1'='1", 1), 'amount'],
  'holds a number for an amount': [written('things.newest', 1.23, 1), 'amount'],
  'holds a day that is none': [written('things.newest', '2026-13-01T00:00:00.000Z', 1), 'instant'],
  'holds a year that no database knows': [written('things.newest', '-271821-04-20T00:00:00.000Z', 1), 'instant'],
};

function isRefusal(error: unknown): boolean {
  return error instanceof AppError && error.kind === 'Invalid' && error.fields[0]?.field === 'after';
}

for (const [why, [cursor, kind]] of Object.entries(refused)) {
  test(`a cursor that ${why} is refused`, () => {
    assert.throws(() => decodeCursor('things.newest', cursor, kind), isRefusal);
  });
}

test('whatever text comes as a cursor is refused, never anything else', () => {
  const kinds = fc.constantFrom<SortKind>('text', 'whole', 'amount', 'instant');
  fc.assert(
    fc.property(fc.string(), kinds, (text, kind) => {
      assert.throws(() => decodeCursor('things.newest', text, kind), isRefusal);
    }),
  );
});
