import type { TicketsStatus } from '../tables.ts';
import type { CustomerSeed } from './customer-seeds.ts';
import { productSeeds } from './data/products.ts';
import { serviceSeeds } from './data/services.ts';
import { type TicketSeed, ticketSeeds } from './data/tickets.ts';
import type { Random } from './random.ts';
import type { Row } from './seed-rows.ts';
import { dayMs, hourMs, plus } from './time.ts';

const supportUserId = 3;

export interface TicketRows {
  tickets: Row<'tickets'>[];
  messages: Row<'ticketMessages'>[];
}

/** The newest tickets are the last of the list; every ticket begins with what the customer wrote. */
export function ticketRows(now: Date, customers: readonly CustomerSeed[], random: Random): TicketRows {
  const rows = ticketSeeds.map((seed, index) => {
    const customer = random.pickWeighted(customers, (candidate) => (candidate.isBusiness ? 5 : 1));
    const openedAt = plus(now, -(ticketSeeds.length - index) * 2.5 * dayMs);
    return ticketOf(seed, index + 1, customer, openedAt, random);
  });
  const messages = rows.flatMap((row) => row.messages).map((message, index) => ({ id: index + 1, ...message }));
  return { tickets: rows.map((row) => row.ticket), messages };
}

function ticketOf(seed: TicketSeed, id: number, customer: CustomerSeed, openedAt: Date, random: Random) {
  let at = openedAt;
  const messages = seed.messages.map((content, index) => {
    at = index === 0 ? openedAt : plus(at, random.between(1, 12) * hourMs);
    const isCustomer = index % 2 === 0;
    return {
      ticketId: id,
      senderType: isCustomer ? ('customer' as const) : ('agent' as const),
      senderName: isCustomer ? customer.row.name : 'OCTO Support',
      userId: isCustomer ? null : supportUserId,
      content,
      createdAt: at,
    };
  });
  const status = statusOf(seed.messages.length);
  const ticket: Row<'tickets'> = {
    id,
    customerId: customer.row.id,
    title: seed.title,
    status,
    priority: seed.priority,
    productId: idIn(productSeeds, seed.sku),
    serviceId: idIn(serviceSeeds, seed.service),
    assignedTo: messages.length > 1 ? supportUserId : null,
    version: messages.length,
    createdAt: openedAt,
    updatedAt: at,
    closedAt: status === 'closed' ? at : null,
  };
  return { ticket, messages };
}

function statusOf(messageCount: number): TicketsStatus {
  if (messageCount === 1) return 'open';
  if (messageCount === 2) return 'in_progress';
  return messageCount === 3 ? 'resolved' : 'closed';
}

function idIn(list: readonly { sku: string }[], sku: string | undefined): number | null {
  if (sku === undefined) return null;
  const index = list.findIndex((item) => item.sku === sku);
  if (index < 0) throw new Error(`a ticket names ${sku}, which is not in the catalogue`);
  return index + 1;
}
