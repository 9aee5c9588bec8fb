import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import { type Fields, readFields } from '../testing/protobuf-fields.ts';
import { recordSpans } from '../testing/record-spans.ts';
import { inBackgroundSpan } from './in-span.ts';
import { exportLogs, type LogRecord, writeLogRecord } from './log-export.ts';
import { createLogger, type Level } from './logger.ts';
import { ByteWriter } from './otlp/byte-writer.ts';
import { recordField } from './otlp/envelope.ts';
import { withWork } from './workflow.ts';

recordSpans();
const lines: Record<string, unknown>[] = [];
const service = { name: 'octo-shop', namespace: 'octo', version: '1.2.3' };
const logger = createLogger(service, 'debug', { write: (line) => void lines.push(JSON.parse(line)) });
const records: LogRecord[] = [];
exportLogs((record) => void records.push(record));
afterEach(() => {
  lines.length = 0;
  records.length = 0;
});

function sentAs(record: LogRecord | undefined): Fields {
  assert.ok(record);
  const to = new ByteWriter();
  writeLogRecord(to, record);
  return inner(readFields(to.written()).get(recordField));
}

function inner(values: (Buffer | bigint)[] | undefined): Fields {
  const [value] = values ?? [];
  assert.ok(Buffer.isBuffer(value));
  return readFields(value);
}

function attributesOf(fields: Fields): Record<string, Fields> {
  const pairs = (fields.get(6) ?? []).map((pair) => inner([pair]));
  return Object.fromEntries(pairs.map((pair) => [String(pair.get(1)?.[0]), inner(pair.get(2))]));
}

const numbers: Record<Level, bigint> = { debug: 5n, info: 9n, warn: 13n, error: 17n };

for (const level of ['debug', 'info', 'warn', 'error'] as const)
  test(`a line at ${level} is sent as ${numbers[level]}, with its message as the body and its fields as attributes`, () => {
    logger[level]({ order_id: 7, 'error.code': 'orders.gone', password: 'private' }, 'gone');
    const sent = sentAs(records[0]);
    assert.deepEqual(sent.get(2), [numbers[level]]);
    assert.equal(String(sent.get(3)?.[0]), lines[0]?.severity);
    assert.equal(String(inner(sent.get(5)).get(1)?.[0]), 'gone');
    const attributes = attributesOf(sent);
    assert.deepEqual(Object.keys(attributes), ['order_id', 'error.code', 'password']);
    assert.deepEqual(attributes.order_id?.get(3), [7n]);
    assert.equal(String(attributes.password?.get(1)?.[0]), '[redacted]');
    const [time] = sent.get(1) ?? [];
    assert.ok(Buffer.isBuffer(time));
    assert.equal(new Date(Number(time.readBigUInt64LE() / 1_000_000n)).toISOString(), lines[0]?.time);
    assert.deepEqual([sent.get(9), sent.get(10)], [undefined, undefined]);
  });

test('a line in a span is sent with its ids, and with request and workflow as attributes', async () => {
  await context.with(withWork(ROOT_CONTEXT, { requestId: 'r-1', workflowId: 'checkout' }), () =>
    inSpanOfItsOwn((traceId, spanId) => {
      logger.info('in the middle');
      const sent = sentAs(records[0]);
      const [trace, span] = [sent.get(9)?.[0], sent.get(10)?.[0]];
      assert.ok(Buffer.isBuffer(trace) && Buffer.isBuffer(span));
      assert.deepEqual([trace.toString('hex'), span.toString('hex')], [traceId, spanId]);
      assert.deepEqual(Object.keys(attributesOf(sent)), []);
    }),
  );
  context.with(withWork(ROOT_CONTEXT, { requestId: 'r-1', workflowId: 'checkout' }), () => logger.info('asked'));
  const attributes = attributesOf(sentAs(records[1]));
  assert.equal(String(attributes.request_id?.get(1)?.[0]), 'r-1');
  assert.equal(String(attributes.workflow_id?.get(1)?.[0]), 'checkout');
  assert.deepEqual([lines[1]?.request_id, lines[1]?.workflow_id], ['r-1', 'checkout']);
});

/** Background work belongs to no request, also when one began it. */
function inSpanOfItsOwn(work: (traceId: string, spanId: string) => void): Promise<void> {
  return inBackgroundSpan('work', async (span) => work(span.spanContext().traceId, span.spanContext().spanId));
}
