import assert from 'node:assert/strict';
import type { TraceSpan } from '@octo/contracts/observatory.ts';
import { spansOf } from '../e2e/steps/observed.ts';
import { eventually } from './house.ts';

export const shop = 'octo-drone-shop';
export const crm = 'enterprise-crm-portal';
export const gateway = 'octo-workflow-gateway';

type Wanted = Pick<TraceSpan, 'service' | 'kind' | 'name'>;

/** The trace, once these spans and the parents of all have come. */
export async function wholeTrace(
  observatoryUrl: string,
  traceId: string,
  wanted: readonly Wanted[],
): Promise<TraceSpan[]> {
  let spans: TraceSpan[] = [];
  const missing = () => [
    ...wanted.filter((one) => !spans.some((span) => isLike(span, one))).map(({ name }) => name),
    ...spans.filter((span) => span.parentSpanId !== null && !parentOf(spans, span)).map(({ name }) => `above ${name}`),
  ];
  const look = async () => {
    spans = await spansOf(observatoryUrl, traceId);
    return missing().length === 0 || undefined;
  };
  await eventually(() => `the whole of trace ${traceId}, without ${missing().join(', ')}`, look);
  return spans;
}

export function only(spans: readonly TraceSpan[], wanted: Wanted): TraceSpan {
  const [found, ...others] = spans.filter((span) => isLike(span, wanted));
  assert.ok(found && others.length === 0, `one span ${wanted.name} of ${wanted.service}`);
  return found;
}

/** The way from a span up to the first of its trace, by name. */
export function wayUp(spans: readonly TraceSpan[], span: TraceSpan): string[] {
  const parent = parentOf(spans, span);
  return [`${span.service} ${span.name}`, ...(parent ? wayUp(spans, parent) : [])];
}

function isLike(span: TraceSpan, { service, kind, name }: Wanted): boolean {
  return span.service === service && span.kind === kind && span.name === name;
}

function parentOf(spans: readonly TraceSpan[], { parentSpanId }: TraceSpan): TraceSpan | undefined {
  return spans.find(({ spanId }) => spanId === parentSpanId);
}
