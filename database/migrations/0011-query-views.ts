import { sql } from 'kysely';
import type { SchemaStatement, SchemaTools } from './schema-change.ts';

/** What reports and the query lab may read: no name, address, e-mail, session or free text of a person. */
const views = {
  query_customers: sql`select id, company, industry, revenue, created_at from customers`,
  query_products: sql`select p.id, p.shop_id, p.sku, p.name, p.category, p.price, p.is_active, p.created_at,
    (select coalesce(sum(l.quantity), 0) from stock_levels l where l.product_id = p.id) as stock from products p`,
  query_stock_levels: sql`select l.product_id, l.warehouse_id, w.region, l.quantity
    from stock_levels l join warehouses w on w.id = l.warehouse_id`,
  query_stock_movements: sql`select product_id, warehouse_id, order_id, delta, reason, created_at from stock_movements`,
  query_orders: sql`select id, order_number, shop_id, customer_id, status, payment_method, currency,
    subtotal, discount, shipping_cost, total, created_at, placed_at, updated_at from orders`,
  query_order_items: sql`select id, order_id, product_id, product_sku, product_name, quantity, unit_price from order_items`,
  query_payments: sql`select id, order_id, method, status, amount, currency, provider, created_at, updated_at from payments`,
  query_invoices: sql`select id, order_id, customer_id, amount, tax, currency, status, issued_at, due_at, paid_at from invoices`,
  query_shipments: sql`select id, order_id, warehouse_id, carrier, status, origin_region, destination_region,
    weight_kg, shipping_cost, estimated_delivery, shipped_at, actual_delivery, created_at from shipments`,
  query_reviews: sql`select id, product_id, rating, created_at from reviews`,
  query_tickets: sql`select id, customer_id, status, priority, product_id, service_id, created_at, closed_at from tickets`,
  query_campaigns: sql`select id, name, campaign_type, status, budget, spent, start_date, end_date from campaigns`,
  query_leads: sql`select id, campaign_id, source, status, score, created_at, converted_at from leads`,
  query_page_views: sql`select page, visitor_region, load_time_ms, created_at from page_views`,
  query_workflow_runs: sql`select id, workflow_key, schedule_mode, status, duration_ms, started_at, completed_at from workflow_runs`,
  query_lab_executions: sql`select id, workflow_run_id, query_name, component_name, status, expected_failure,
    row_count, duration_ms, created_at from query_executions`,
  query_component_snapshots: sql`select id, component_name, component_type, status, latency_ms, observed_at from component_snapshots`,
};

export const queryViewNames: readonly string[] = Object.keys(views);

export function queryViews({ schema }: SchemaTools): SchemaStatement[] {
  return Object.entries(views).map(([name, select]) => schema.createView(name).as(select));
}
