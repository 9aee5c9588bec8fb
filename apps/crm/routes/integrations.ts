import { describeIntegrations } from '@octo/contracts/integration-schema.ts';
import { getIntegrationSchema, receiveEvent } from '@octo/contracts/integrations.ts';
import { OrderPlaced } from '@octo/contracts/order-events.ts';
import { acceptPlacedOrder } from '@octo/domains/fulfilment';
import { receiveMessage, unknownType } from '@octo/domains/messaging';
import { serviceActor } from '@octo/platform/context/context.ts';
import { readerOf } from '@octo/platform/http/validation.ts';
import type { FastifyInstance } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Crm } from '../context.ts';

const readPlaced = readerOf(OrderPlaced, 'payload');

/** What the other services tell, and how they are to tell it. */
export function integrationRoutes(app: FastifyInstance, crm: Crm): void {
  const schema = describeIntegrations('crm', { title: 'OCTO Enterprise CRM', version: crm.config.service.version });

  mount(app, crm, receiveEvent, async ({ body: event, raw }) => {
    // Read when it turns out to be new: what comes again with other content is an attack, even where that makes no sense.
    const status = await receiveMessage(contextOf(crm, raw), { consumer: 'crm', event }, async (ctx) => {
      if (event.type !== 'order.placed') throw unknownType();
      const payload = readPlaced(event.payload);
      // The shop brings the order; what becomes of it is decided here.
      const decider = { ...ctx, actor: serviceActor('crm') };
      await acceptPlacedOrder(decider, { orderId: payload.order_id, eventId: event.id, payload });
    });
    return { status };
  });

  mount(app, crm, getIntegrationSchema, async () => schema);
}
