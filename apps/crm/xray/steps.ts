import type { AuditEntry } from '@octo/contracts/crm/admin.ts';
import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import type { Delivery } from '@octo/contracts/crm/sync.ts';
import type { XrayMovement, XrayStep } from '@octo/contracts/crm/xray.ts';
import { realTrace } from './found.ts';

/** What happened to an order. The checkout is told where no event tells of it. */
export function orderSteps({ events, trace_id, created_at, acceptance }: OrderDetail): XrayStep[] {
  const steps = events.map(({ created_at: at, event_type, actor, trace_id }) =>
    step('event', at, event_type, { actor, trace_id }),
  );
  const isTold = (traceId: string | null) => steps.some((told) => told.trace_id === realTrace(traceId));
  if (!isTold(trace_id)) steps.unshift(step('checkout', created_at, 'order.opened', { trace_id }));
  if (acceptance && !isTold(acceptance.trace_id)) {
    const { accepted_at, decided_by: actor, trace_id } = acceptance;
    steps.push(step('event', accepted_at, 'order.accepted', { actor, trace_id }));
  }
  return steps;
}

export function auditSteps(entries: readonly AuditEntry[] | null): XrayStep[] {
  return (entries ?? []).map(({ created_at, action, actor, trace_id }) =>
    step('audit', created_at, action, { actor, trace_id }),
  );
}

export function messageSteps(deliveries: readonly Delivery[]): XrayStep[] {
  return deliveries.map(({ created_at, event_type, trace_id }) =>
    step('message', created_at, event_type, { trace_id }),
  );
}

export function stockSteps(movements: readonly XrayMovement[]): XrayStep[] {
  return movements.map(({ created_at, reason, delta, warehouse_name, actor, trace_id }) =>
    step('stock', created_at, reason, {
      about: `${signed(delta)}, ${warehouse_name}`,
      actor,
      trace_id,
    }),
  );
}

/** A change of stock with its sign: `+3`, `−1`. */
export function signed(delta: number): string {
  return `${delta > 0 ? '+' : '−'}${Math.abs(delta)}`;
}

interface StepParts {
  about?: string | null;
  actor?: string | null;
  trace_id: string | null;
}

export function step(source: XrayStep['source'], at: string, name: string, parts: StepParts): XrayStep {
  const { about = null, actor = null, trace_id } = parts;
  return { at, source, name, about, actor, trace_id: realTrace(trace_id) };
}
