import type { Permission } from '@octo/contracts/crm/permissions.ts';
import type { XrayKind, XrayRecord } from '@octo/contracts/crm/xray.ts';
import type { Ctx } from '@octo/domains/context';
import { requirePermission } from '../access.ts';
import { type Found, toXray } from './found.ts';
import { findAuditEntry } from './records/find-audit-entry.ts';
import { findCustomer } from './records/find-customer.ts';
import { findDelivery } from './records/find-delivery.ts';
import { findInvoice } from './records/find-invoice.ts';
import { findLine } from './records/find-line.ts';
import { findMovement } from './records/find-movement.ts';
import { findOrder } from './records/find-order.ts';
import { findProduct } from './records/find-product.ts';
import { findTrace } from './records/find-trace.ts';

/** How a record is found, and what one has to be allowed to read to see it. */
type Finder = { permission: Permission; find(ctx: Ctx, id: string): Promise<Found> };

const finders: Readonly<Record<Exclude<XrayKind, 'trace'>, Finder>> = {
  order: { permission: 'orders.read', find: findOrder },
  line: { permission: 'orders.read', find: findLine },
  invoice: { permission: 'orders.read', find: findInvoice },
  product: { permission: 'products.read', find: findProduct },
  movement: { permission: 'products.read', find: findMovement },
  customer: { permission: 'customers.read', find: findCustomer },
  delivery: { permission: 'sync.read', find: findDelivery },
  audit: { permission: 'audit.read', find: findAuditEntry },
};

/** What is written about a record, and the traces in which it was done. Throws Forbidden, Invalid, NotFound. */
export async function readXray(ctx: Ctx, kind: XrayKind, id: string): Promise<XrayRecord> {
  if (kind === 'trace') {
    const trace = { trace_id: id, first_at: null, steps: [] };
    return { kind, id, ...toXray(findTrace(id)), traces: [trace], open_trace_id: id };
  }
  const { permission, find } = finders[kind];
  requirePermission(ctx.actor, permission);
  return { kind, id, ...toXray(await find(ctx, id)) };
}
