import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { recordSpans } from '../testing/record-spans.ts';
import { inBackgroundSpan } from './in-span.ts';
import { createLogger } from './logger.ts';

recordSpans();
let lines: Record<string, unknown>[] = [];
beforeEach(() => {
  lines = [];
});
const service = { name: 'octo-shop', namespace: 'octo', version: '1.2.3' };
const logger = createLogger(service, 'info', { write: (line) => void lines.push(JSON.parse(line)) });

test('a line is JSON with its time, severity, message and service', () => {
  logger.warn({ order_id: 7 }, 'order is late');
  const [line] = lines;
  assert.match(String(line?.time), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  const { time: _, ...rest } = line ?? {};
  assert.deepEqual(rest, {
    severity: 'WARN',
    'service.name': 'octo-shop',
    'service.namespace': 'octo',
    'service.version': '1.2.3',
    order_id: 7,
    message: 'order is late',
  });
});

test('a line written in a span carries the ids of its trace under both names', async () => {
  await inBackgroundSpan('work', async (span) => {
    logger.info('in the middle');
    const { traceId, spanId } = span.spanContext();
    assert.equal(lines[0]?.trace_id, traceId);
    assert.equal(lines[0]?.span_id, spanId);
    assert.equal(lines[0]?.oracleApmTraceId, traceId);
    assert.equal(lines[0]?.oracleApmSpanId, spanId);
  });
});

test('a line below the level is not written', () => {
  logger.debug('quiet');
  assert.deepEqual(lines, []);
});

for (const field of [
  'email',
  'customer_email',
  'customerEmail',
  'password',
  'payment_token',
  'paymentToken',
  'cookie',
]) {
  test(`the value of a field ${field} never reaches a line`, () => {
    logger.info({ [field]: 'private', order: { [field]: 'private' } }, 'oops');
    assert.equal(lines[0]?.[field], '[redacted]');
    assert.ok(!JSON.stringify(lines).includes('private'));
  });
}
