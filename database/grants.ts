// Who may do what with which table. This is the ownership table of docs/data-model.md, and the database enforces it.
import { queryViewNames as firstViewNames } from './migrations/0011-query-views.ts';
import { acceptanceView } from './migrations/0013-sweeps.ts';

export const serviceRoles = ['octo_shop', 'octo_crm', 'octo_gateway', 'octo_query'] as const;
export type ServiceRole = (typeof serviceRoles)[number];

/** Watches the database at work for the observatory: it reads statistics and plans, and no table. */
export const insightRole = 'octo_insight';
/** Whoever has a password here. */
export type LoginRole = ServiceRole | typeof insightRole;
export const loginRoles: readonly LoginRole[] = [...serviceRoles, insightRole];

/** `true` is the whole table, a list is these columns alone. */
export interface TableGrant {
  select?: true;
  insert?: true;
  update?: true | readonly string[];
  delete?: true;
}
export type RoleGrants = Readonly<Record<string, TableGrant>>;

/** What reports and the query lab may read. */
const queryViewNames: readonly string[] = [...firstViewNames, acceptanceView];

const read: TableGrant = { select: true };
const append: TableGrant = { select: true, insert: true };
const write: TableGrant = { select: true, insert: true, update: true };
const own: TableGrant = { select: true, insert: true, update: true, delete: true };

function each(tables: readonly string[], grant: TableGrant): RoleGrants {
  return Object.fromEntries(tables.map((table) => [table, grant]));
}

const orderProgress = ['status', 'version', 'updated_at'];
const deliveryProgress = [
  'attempts',
  'next_attempt_at',
  'lease_owner',
  'lease_until',
  'delivered_at',
  'dead_at',
  'last_error',
  'failures',
];

const shop: RoleGrants = {
  ...each(['shops', 'products', 'coupons', 'services', 'warehouses', 'catalog_version'], read),
  ...each(['chaos_state', 'active_faults'], read),
  ...each(['order_acceptances', 'fulfilments', 'invoices', 'shipments'], read),
  ...each(['stock_movements', 'order_items', 'page_views', 'ticket_messages', 'assistant_messages'], append),
  ...each(['order_events', 'outbox', 'inbox'], append),
  ...each(['audit_logs', 'security_events'], { insert: true }),
  ...each(['payments', 'simulated_charges', 'reviews'], write),
  ...each(['cart_items', 'idempotency_keys'], own),
  stock_levels: { select: true, update: ['quantity'] },
  orders: { ...append, update: [...orderProgress, 'placed_at', 'trace_id'] },
  customers: { ...append, update: ['name', 'phone', 'company', 'version', 'updated_at'] },
  users: { ...append, update: ['last_login_at'] },
  tickets: { ...append, update: ['status', 'version', 'updated_at', 'closed_at'] },
  assistant_sessions: { ...append, update: ['customer_email', 'product_focus', 'updated_at'] },
  outbox_deliveries: { ...append, update: deliveryProgress },
};

const crm: RoleGrants = {
  ...each(['cart_items', 'order_items', 'payments', 'reviews', 'page_views'], read),
  ...each(['assistant_sessions', 'assistant_messages'], read),
  ...each(['workflow_runs', 'query_executions', 'component_snapshots'], read),
  ...each(['stock_movements', 'ticket_messages', 'order_events', 'audit_logs', 'security_events'], append),
  ...each(['outbox', 'inbox'], append),
  ...each(['stock_levels', 'order_acceptances', 'fulfilments', 'invoices', 'shipments'], write),
  ...each(['customers', 'users', 'tickets'], write),
  ...each(['products', 'shops', 'coupons', 'warehouses', 'services'], own),
  ...each(['campaigns', 'leads', 'reports', 'stored_files', 'staff_roles', 'chaos_state', 'active_faults'], own),
  ...each(['user_sessions', 'sign_in_attempts', 'idempotency_keys'], own),
  ...each(queryViewNames, read),
  catalog_version: { select: true, update: true },
  orders: { select: true, update: orderProgress },
  outbox_deliveries: { ...append, update: [...deliveryProgress, 'retry_requested_at', 'discarded_at'] },
};

const gateway: RoleGrants = {
  ...each(['workflow_runs', 'query_executions', 'component_snapshots'], own),
  ...each(['order_events', 'audit_logs', 'security_events'], { insert: true }),
  ...each(queryViewNames, read),
  active_faults: read,
};

export const grants: Readonly<Record<ServiceRole, RoleGrants>> = {
  octo_shop: shop,
  octo_crm: crm,
  octo_gateway: gateway,
  octo_query: each(queryViewNames, read),
};

/** Who may take business ids. */
export const sequenceUsers: readonly ServiceRole[] = ['octo_shop', 'octo_crm', 'octo_gateway'];
