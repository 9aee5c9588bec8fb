import { campaignRows, leadRows } from './campaign-rows.ts';
import { couponRows, productRows, serviceRows, shopRows, warehouseRows } from './catalogue-rows.ts';
import { makeCustomers } from './customer-seeds.ts';
import { type Credentials, type KnownPassword, makeDemoUsers } from './demo-users.ts';
import { acceptanceRows, fulfilmentRows, invoiceRows } from './fulfilment-rows.ts';
import { makeOrderHistory } from './order-history.ts';
import { orderEventRows, orderItemRows, orderRows } from './order-rows.ts';
import { pageViewRows } from './page-view-rows.ts';
import { chargeRows, paymentRows } from './payment-rows.ts';
import { seededRandom } from './random.ts';
import { reviewRows } from './review-rows.ts';
import type { SeedRows } from './seed-rows.ts';
import { shipmentRows } from './shipment-rows.ts';
import { levelRows, movementRows } from './stock-rows.ts';
import { splitStock } from './stock-split.ts';
import { ticketRows } from './ticket-rows.ts';

const seedNumber = 20_260_101;

/** All first data as rows, in the order of their foreign keys. The same instant gives the same business. */
export async function buildSeed(
  now: Date,
  knownPasswords: readonly KnownPassword[] = [],
): Promise<{ rows: SeedRows; credentials: Credentials }> {
  const random = seededRandom(seedNumber);
  const customers = makeCustomers(now, random);
  const { users, staffRoles, credentials } = await makeDemoUsers(now, customers, knownPasswords);
  const split = splitStock(random);
  const history = makeOrderHistory(now, customers, split, random);
  const { tickets, messages } = ticketRows(now, customers, random);
  const rows: SeedRows = {
    customers: customers.map((customer) => customer.row),
    users,
    staffRoles,
    shops: shopRows(now),
    products: productRows(now),
    services: serviceRows(now),
    coupons: couponRows(now),
    warehouses: warehouseRows(now),
    orders: orderRows(history),
    orderItems: orderItemRows(history),
    orderEvents: orderEventRows(history),
    payments: paymentRows(history),
    simulatedCharges: chargeRows(history),
    stockLevels: levelRows(split),
    stockMovements: movementRows(now, split, history),
    orderAcceptances: acceptanceRows(history),
    fulfilments: fulfilmentRows(history),
    invoices: invoiceRows(history),
    shipments: shipmentRows(now, history, random),
    reviews: reviewRows(now, history, random),
    campaigns: campaignRows(now),
    leads: leadRows(now, customers, random),
    tickets,
    ticketMessages: messages,
    pageViews: pageViewRows(now, random),
  };
  return { rows, credentials };
}
