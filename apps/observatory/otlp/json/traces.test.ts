import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { limits, newTally } from '../limits.ts';
import { readTraces } from './traces.ts';

function read(span: object, tally = newTally()) {
  const body = { resourceSpans: [{ scopeSpans: [{ spans: [span] }] }], futureField: 1 };
  const [part] = readTraces(Buffer.from(JSON.stringify(body)), tally);
  const [first] = part?.items ?? [];
  assert.ok(part && first);
  return { span: first, service: part.resource.service };
}

test('numbers come as digits or numbers, enums by number or name, ids in either case, and unknown fields do not matter', () => {
  const common = { name: 'a', unknown: { deep: [1] }, flags: 257 };
  const one = {
    ...common,
    traceId: 'AB'.repeat(16),
    startTimeUnixNano: '1795000000123456789',
    kind: 'SPAN_KIND_CLIENT',
  };
  const { span, service } = read({ ...one, status: { code: 'STATUS_CODE_ERROR' } });
  assert.deepEqual(
    [span.traceId, span.startNano, span.kind, span.status, service],
    ['ab'.repeat(16), 1_795_000_000_123_456_789n, 2, 2, 'unknown_service'],
  );
  const other = read({ ...common, startTimeUnixNano: 1_795_000_000, kind: 3, status: { code: 2 } }).span;
  assert.deepEqual([other.startNano, other.kind, other.status], [1_795_000_000n, 2, 2]);
});

test('what is nested is laid flat, a large number keeps its digits, and what JSON cannot say becomes text', () => {
  const value = (name: string, inner: object) => ({ key: name, value: inner });
  const attributes = [
    value('map', { kvlistValue: { values: [value('a', { intValue: '1' }), value('b', { boolValue: true })] } }),
    value('list', { arrayValue: { values: [{ stringValue: 'x' }, { intValue: 2 }] } }),
    value('large', { intValue: '9223372036854775807' }),
    value('nan', { doubleValue: 'NaN' }),
    value('bytes', { bytesValue: 'AQI=' }),
    value('nothing', {}),
    { key: 'absent' },
    value('__proto__', { arrayValue: { values: [] } }),
  ];
  assert.deepEqual(read({ attributes }).span.attributes, {
    'map.a': 1,
    'map.b': true,
    list: ['x', 2],
    large: '9223372036854775807',
    nan: 'NaN',
    bytes: 'AQI=',
  });
});

test('what is too much is cut, and counted', () => {
  const tally = newTally();
  const attributes = Array.from({ length: limits.attributes + 3 }, (_, at) => ({
    key: `a${at}`,
    value: { stringValue: at === 0 ? 'x'.repeat(limits.valueLength + 1) : '' },
  }));
  const events = Array.from({ length: limits.events + 2 }, () => ({ name: 'e' }));
  const { span } = read({ attributes, events, name: 'n'.repeat(limits.nameLength + 1) }, tally);
  assert.equal(Object.keys(span.attributes).length, limits.attributes);
  assert.equal(String(span.attributes.a0).length, limits.valueLength);
  assert.deepEqual([span.events.length, span.name.length], [limits.events, limits.nameLength]);
  assert.equal(tally.cut, 3 + 1 + 2 + 1);
});

const wrong: Record<string, string> = {
  'no JSON': '{"resourceSpans":',
  'a list': '[]',
  'text for a list': '{"resourceSpans":"x"}',
  'a number for a span': '{"resourceSpans":[{"scopeSpans":[{"spans":[1]}]}]}',
  'a number for an id': '{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":1}]}]}]}',
  'a time in words': '{"resourceSpans":[{"scopeSpans":[{"spans":[{"startTimeUnixNano":"noon"}]}]}]}',
};

for (const [what, body] of Object.entries(wrong)) {
  test(`${what} is refused`, () => {
    assert.throws(
      () => readTraces(Buffer.from(body), newTally()),
      (error) => error instanceof AppError && error.code === 'otlp.malformed' && error.fields[0]?.field === 'body',
    );
  });
}
