import type { XrayRecord } from '@octo/contracts/crm/xray.ts';
import { type XrayKind, xrayPermissions } from '@octo/contracts/crm/xray-kinds.ts';
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

const finders: Readonly<Record<Exclude<XrayKind, 'trace'>, (ctx: Ctx, id: string) => Promise<Found>>> = {
  order: findOrder,
  line: findLine,
  invoice: findInvoice,
  product: findProduct,
  movement: findMovement,
  customer: findCustomer,
  delivery: findDelivery,
  audit: findAuditEntry,
};

/** What is written about a record, and the traces in which it was done. Throws Forbidden, Invalid, NotFound. */
export async function readXray(ctx: Ctx, kind: XrayKind, id: string): Promise<XrayRecord> {
  requirePermission(ctx.actor, xrayPermissions[kind]);
  if (kind === 'trace') return { kind, id, ...findTrace(id) };
  return { kind, id, ...toXray(await finders[kind](ctx, id)) };
}
