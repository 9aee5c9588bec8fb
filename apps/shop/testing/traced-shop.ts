import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { type ReadableSpan, type RecordedSpans, recordSpans } from '@octo/platform/testing/record-spans.ts';
import type { ShopOverrides } from '../context.ts';
import { createTestShop, type TestShop } from './test-shop.ts';

export interface TracedShop extends TestShop {
  spans: RecordedSpans;
  /** Every log line written since the start, parsed. */
  lines: Record<string, unknown>[];
}

/** A shop whose spans and log lines can be read. Once per test process. */
export async function createTracedShop(env: Record<string, string> = {}, overrides: ShopOverrides = {}) {
  const spans = recordSpans();
  const lines: Record<string, unknown>[] = [];
  const service = { name: 'octo-drone-shop', namespace: 'octo', version: '1.2.3' };
  const logger = createLogger(service, 'debug', { write: (line) => void lines.push(JSON.parse(line)) });
  const shop = await createTestShop({ env, overrides: { ...overrides, logger } });
  spans.clear();
  return { ...shop, spans, lines } satisfies TracedShop;
}

/** The spans under one, at any depth, in the order in which they began. */
export function spansBelow(root: ReadableSpan, all: readonly ReadableSpan[]): ReadableSpan[] {
  const children = all.filter((span) => span.parentSpanContext?.spanId === root.spanContext().spanId);
  return children
    .flatMap((child) => [child, ...spansBelow(child, all)])
    .sort((a, b) => a.startTime[0] - b.startTime[0] || a.startTime[1] - b.startTime[1]);
}
