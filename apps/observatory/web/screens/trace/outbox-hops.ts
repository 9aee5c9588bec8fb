import { businessSpans } from '@octo/contracts/telemetry/business.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { endOf } from './critical-path.ts';
import { type SpanNode, walk } from './trace-tree.ts';

/** The way of a message through the outbox, up to one attempt to deliver it. */
export interface OutboxHop {
  /** It was written, or tried before, until then. */
  fromMs: number;
  waitedMs: number;
  /** 1 for the first. */
  attempt: number;
}

/** What lay between a message and its deliveries, by the span of the delivery. */
export function outboxHops(roots: readonly SpanNode[]): ReadonlyMap<string, OutboxHop> {
  const nodes = [...walk(roots)];
  const sent = nodes.filter(({ span }) => span.name === businessSpans.sendMessage);
  const deliveries = nodes.filter(({ span }) => messageOf(span) !== undefined);
  const hops = new Map<string, OutboxHop>();
  for (const attempts of Map.groupBy(deliveries, ({ span }) => messageOf(span)).values()) {
    const ordered = attempts.toSorted((one, other) => one.startMs - other.startMs);
    for (const [index, node] of ordered.entries()) {
      const before = ordered[index - 1];
      const fromMs = before ? endOf(before) : writtenBefore(node, sent);
      if (fromMs !== undefined && fromMs <= node.startMs)
        hops.set(node.span.spanId, { fromMs, waitedMs: node.startMs - fromMs, attempt: index + 1 });
    }
  }
  return hops;
}

/** The last message that the service had written by then; else the end of the work that the delivery follows from. */
function writtenBefore(delivery: SpanNode, sent: readonly SpanNode[]): number | undefined {
  const written = sent
    .filter((node) => node.span.service === delivery.span.service && endOf(node) <= delivery.startMs)
    .map(endOf);
  if (written.length > 0) return Math.max(...written);
  return delivery.parent && endOf(delivery.parent);
}

function messageOf({ attributes, kind }: SpanNode['span']): string | undefined {
  const id = attributes[attributeNames.messageId];
  return typeof id === 'string' && kind !== 'client' && kind !== 'server' ? id : undefined;
}
