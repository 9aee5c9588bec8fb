import {
  getCustomer as getCustomerEndpoint,
  listCustomers as listCustomersEndpoint,
} from '@octo/contracts/crm/customers.ts';
import { getCustomer, listCustomers } from '@octo/domains/customers';
import { getCustomerTotals, listOrders } from '@octo/domains/orders';
import type { FastifyInstance } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Crm } from '../context.ts';
import { toWireCustomer, toWireTotals } from '../wire/customer.ts';
import { toWireOrderRow } from '../wire/order-row.ts';

const newestOrders = 20;

export function customerRoutes(app: FastifyInstance, crm: Crm): void {
  mount(app, crm, listCustomersEndpoint, async ({ query, raw }) => {
    const { sort_by: sort, ...rest } = query;
    const { customers, next } = await listCustomers(contextOf(crm, raw), { ...rest, sort });
    return { customers: customers.map(toWireCustomer), ...(next === undefined ? {} : { next }) };
  });

  mount(app, crm, getCustomerEndpoint, async ({ params, raw }) => {
    const ctx = contextOf(crm, raw);
    const customerId = params.id;
    const [customer, totals, { orders }] = await Promise.all([
      getCustomer(ctx, { customerId }),
      getCustomerTotals(ctx, { customerId }),
      listOrders(ctx, { customerId, limit: newestOrders }),
    ]);
    return {
      customer: toWireCustomer(customer),
      totals: toWireTotals(totals),
      orders: orders.map(toWireOrderRow),
    };
  });
}
