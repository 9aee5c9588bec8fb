import { getEnrichment } from '@octo/contracts/integrations.ts';
import type { FastifyInstance } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Crm } from '../context.ts';
import { readEnrichment } from '../enrichment.ts';

/** What our other services may ask about a customer. */
export function enrichmentRoutes(app: FastifyInstance, crm: Crm): void {
  mount(app, crm, getEnrichment, async ({ query, raw }) => readEnrichment(crm, contextOf(crm, raw), query));
}
