import * as endpoints from '@octo/contracts/crm/sync.ts';
import type { Ctx } from '@octo/domains/context';
import { describeQueues, discardDelivery, listDeliveries, retryDelivery } from '@octo/domains/messaging';
import { type AuditEntry, listAudit } from '@octo/domains/security';
import type { FastifyInstance } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Crm } from '../context.ts';
import { toWireHistoryEntry } from '../wire/audit.ts';
import { toWireDelivery } from '../wire/delivery.ts';
import { toWireQueue } from '../wire/queue.ts';

const shownAudits = 20;
const operatorActions = ['sync.retry', 'sync.discard'];

/** How well the services hear each other, and what operators do about messages that did not get through. */
export function syncRoutes(app: FastifyInstance, crm: Crm): void {
  mount(app, crm, endpoints.getSync, async ({ raw }) => {
    const ctx = contextOf(crm, raw);
    const queues = await describeQueues(ctx);
    return { queues: queues.map(toWireQueue), audit: (await lastActions(ctx)).map(toWireHistoryEntry) };
  });

  mount(app, crm, endpoints.listDeliveries, async ({ query, raw }) => {
    const { deliveries, ...page } = await listDeliveries(contextOf(crm, raw), query);
    return { deliveries: deliveries.map(toWireDelivery), ...page };
  });

  mount(app, crm, endpoints.retryDelivery, async ({ params, raw }) => {
    const { event_id: eventId, consumer } = params;
    return { delivery: toWireDelivery(await retryDelivery(contextOf(crm, raw), { eventId, consumer })) };
  });

  mount(app, crm, endpoints.discardDelivery, async ({ params, raw }) => {
    const { event_id: eventId, consumer } = params;
    return { delivery: toWireDelivery(await discardDelivery(contextOf(crm, raw), { eventId, consumer })) };
  });
}

async function lastActions(ctx: Ctx): Promise<AuditEntry[]> {
  const pages = await Promise.all(operatorActions.map((action) => listAudit(ctx, { action, limit: shownAudits })));
  const entries = pages.flatMap((page) => page.entries);
  return entries.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime()).slice(0, shownAudits);
}
