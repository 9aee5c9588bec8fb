import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanOf } from '../../testing/fake-observatory.ts';
import { sessionsOf, statementsOf } from './statements.ts';
import { drawWaterfall } from './waterfall.ts';

const browser = { service: 'browser', isUntrusted: true };

test('parents stand before their children, and siblings in the order of their start', () => {
  const { rows } = drawWaterfall([
    spanOf('3', { parent: '1', startMs: 6 }),
    spanOf('2', { parent: '1', startMs: 2 }),
    spanOf('4', { parent: '2', startMs: 3 }),
    spanOf('1'),
    spanOf('9', { parent: '77', startMs: 1 }),
  ]);
  assert.deepEqual(
    rows.map(({ span_id, depth, start_ms }) => [span_id.at(-1), depth, start_ms]),
    [
      ['1', 0, 0],
      ['2', 1, 2],
      ['4', 2, 3],
      ['3', 1, 6],
      ['9', 0, 1],
    ],
  );
});

test('spans that hang below each other in a ring, or below themselves, begin with the first of them', () => {
  const { rows } = drawWaterfall([
    spanOf('1', { parent: '2' }),
    spanOf('2', { parent: '1' }),
    spanOf('3', { parent: '3' }),
  ]);
  assert.deepEqual(
    rows.map(({ span_id, depth }) => [span_id.at(-1), depth]),
    [
      ['3', 0],
      ['1', 0],
      ['2', 1],
    ],
  );
});

test('a trace of 9,000 spans, each below the one before, is told by its first 200', () => {
  const chain = Array.from({ length: 9000 }, (_, index) =>
    spanOf(String(index + 1), index === 0 ? {} : { parent: String(index), startMs: index }),
  );
  const { rows, durationMs } = drawWaterfall(chain);
  assert.deepEqual([rows.length, rows.at(-1)?.depth, durationMs], [200, 199, 9009]);
});

test('of more spans than are told those that failed are, each below what it hangs', () => {
  const [root, parent] = [spanOf('1'), spanOf('2', { parent: '1', startMs: 900 })];
  const failed = spanOf('3', { parent: '2', startMs: 901, status: 'error' });
  const others = Array.from({ length: 500 }, (_, index) =>
    spanOf(String(index + 10), { parent: '1', startMs: index + 1 }),
  );
  const { rows, errors } = drawWaterfall([root, ...others, parent, failed]);
  assert.deepEqual([rows.length, errors], [200, 1]);
  const told = rows.map(({ span_id, depth }) => `${depth} ${Number(span_id)}`);
  assert.deepEqual([told[0], told[1], ...told.slice(-2)], ['0 1', '1 10', '1 2', '2 3']);
});

test('of very many that failed there is no more room than for the first', () => {
  const failed = Array.from({ length: 9000 }, (_, index) =>
    spanOf(String(index + 1), { status: 'error', startMs: index, ...(index === 0 ? {} : { parent: String(index) }) }),
  );
  const { rows, errors } = drawWaterfall(failed);
  assert.deepEqual([rows.length, rows.at(-1)?.depth, errors], [200, 199, 9000]);
});

test('spans of one id tell what hangs below them once', () => {
  const { rows } = drawWaterfall([
    spanOf('1'),
    spanOf('1'),
    spanOf('2', { parent: '1' }),
    spanOf('2', { parent: '1' }),
  ]);
  assert.deepEqual(
    rows.map(({ span_id, depth }) => `${depth} ${Number(span_id)}`),
    ['0 1', '1 2', '1 2', '0 1'],
  );
});

test('what a browser says neither fails a trace nor makes it longer, and is marked', () => {
  const { errors, durationMs, rows } = drawWaterfall([
    spanOf('1', { ...browser, ms: 90_000, status: 'error' }),
    spanOf('2', { parent: '1', startMs: 5, ms: 20, status: 'error' }),
  ]);
  assert.deepEqual([errors, durationMs], [1, 20]);
  assert.deepEqual(
    rows.map(({ is_untrusted, is_error }) => [is_untrusted, is_error]),
    [
      [true, false],
      [false, true],
    ],
  );
});

test('a statement is told once with all its calls, the costliest first, with the sessions that ran them', () => {
  const sql = (text: string, pid: number) => ({
    attributes: {
      'db.system.name': 'postgresql',
      'db.query.text': text,
      'octo.sql_id': text.padEnd(13, '0'),
      'db.response.returned_rows': 2,
      'octo.db.backend_pid': pid,
    },
  });
  const told = [
    spanOf('1', { ms: 3, ...sql('select 1', 41) }),
    spanOf('2', { ms: 4.5, ...sql('select 1', 42), status: 'error' }),
    spanOf('3', { ms: 9, ...sql('select 2', 41) }),
    spanOf('4', { ms: 1, ...sql('select 1', 41), service: 'enterprise-crm-portal' }),
    spanOf('5', { ms: 50, ...browser, ...sql('select made_up', 1) }),
  ];
  assert.deepEqual(
    statementsOf(told).map(({ text, service, calls, rows, total_ms, longest_ms, errors }) => {
      return [text, service, calls, rows, total_ms, longest_ms, errors];
    }),
    [
      ['select 2', 'octo-drone-shop', 1, 2, 9, 9, 0],
      ['select 1', 'octo-drone-shop', 2, 4, 7.5, 4.5, 1],
      ['select 1', 'enterprise-crm-portal', 1, 2, 1, 1, 0],
    ],
  );
  assert.deepEqual(sessionsOf(told), [
    { service: 'octo-drone-shop', backend_pid: 41, statements: 2, total_ms: 12 },
    { service: 'octo-drone-shop', backend_pid: 42, statements: 1, total_ms: 4.5 },
    { service: 'enterprise-crm-portal', backend_pid: 41, statements: 1, total_ms: 1 },
  ]);
});
