import type { Ctx } from '../../context.ts';
import type { ColumnKinds } from './columns.ts';
import * as sql from './queries.ts';

/** A query that can be run by its name. */
export interface NamedQuery {
  name: string;
  label: string;
  /** The part of the platform that it asks about. */
  component: string;
  action: 'query' | 'faulty_query';
  description: string;
  columns: ColumnKinds;
  statement: {
    (db: Ctx['db'], input: sql.LabInput): Promise<object[]>;
    textFor(db: Ctx['db'], input: sql.LabInput): string;
  };
}

const query = 'query';
const faulty = 'faulty_query';

/** Every query of the lab, in the order in which they are shown. */
export const catalogue: readonly NamedQuery[] = [
  {
    name: 'orders_backlog',
    label: 'Orders backlog',
    component: 'drone-shop',
    action: query,
    description: 'How many orders are in each status, and what they are worth; the most valuable first',
    columns: { status: 'text', order_count: 'number', total_value: 'money' },
    statement: sql.ordersBacklog,
  },
  {
    name: 'inventory_watch',
    label: 'Inventory watch',
    component: 'drone-shop',
    action: query,
    description: 'Products on sale with ten units or fewer, the fewest first, 25 at the most',
    columns: { sku: 'text', name: 'text', stock: 'number', category: 'text' },
    statement: sql.inventoryWatch,
  },
  {
    name: 'crm_customer_mix',
    label: 'CRM customer mix',
    component: 'enterprise-crm-portal',
    action: query,
    description: 'By company, the orders that the CRM accepted; the twenty that spent the most',
    columns: { company: 'text', customer_count: 'number', order_count: 'number', spend: 'money' },
    statement: sql.crmCustomerMix,
  },
  {
    name: 'component_topology',
    label: 'Component topology',
    component: 'database',
    action: query,
    description: 'Each component that was ever asked how it is, how often, and when last',
    columns: { component_name: 'text', component_type: 'text', snapshot_count: 'number', last_observed_at: 'instant' },
    statement: sql.componentTopology,
  },
  {
    name: 'broken_orders_probe',
    label: 'Broken orders probe',
    component: 'database',
    action: faulty,
    description: 'Fails on purpose: it asks orders for a column that they do not have',
    columns: { id: 'number', fulfilment_score: 'number' },
    statement: sql.brokenOrdersProbe,
  },
  {
    name: 'missing_table_probe',
    label: 'Missing table probe',
    component: 'database',
    action: faulty,
    description: 'Fails on purpose: it asks a table that does not exist',
    columns: { id: 'number' },
    statement: sql.missingTableProbe,
  },
  {
    name: 'slow_count_probe',
    label: 'Slow count probe',
    component: 'database',
    action: query,
    description: 'Goes over its time on purpose, and shows how such a query is ended',
    columns: { lines_counted: 'number' },
    statement: sql.slowCountProbe,
  },
  {
    name: 'many_rows_probe',
    label: 'Many rows probe',
    component: 'database',
    action: query,
    description: 'Goes over its rows on purpose, and shows how such a query is refused',
    columns: { line: 'number' },
    statement: sql.manyRowsProbe,
  },
];

/** Undefined for a name that is not in the catalogue. */
export function findNamedQuery(name: string): NamedQuery | undefined {
  return catalogue.find((named) => named.name === name);
}

/** Whether it fails on purpose, so that there is something to find. */
export function isMeantToFail({ action }: NamedQuery): boolean {
  return action === faulty;
}
