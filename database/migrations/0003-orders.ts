import { sql } from 'kysely';
import { createTable } from './create-table.ts';
import type { SchemaStatement, SchemaTools } from './schema-change.ts';

export const orderStatuses = [
  'pending',
  'placed',
  'failed',
  'accepted',
  'on_hold',
  'fulfilling',
  'shipped',
  'delivered',
  'cancelled',
];

export function orders(tools: SchemaTools): SchemaStatement[] {
  const t = tools.types;
  return [
    ...createTable(
      tools,
      'cart_items',
      {
        id: { type: t.id, primaryKey: true },
        session_id: { type: t.text(64) },
        product_id: { type: t.id, references: 'products' },
        quantity: { type: t.whole, default: 1, check: 'between 1 and 99' },
        created_at: { type: t.instant },
        updated_at: { type: t.instant, index: true },
      },
      { unique: [['session_id', 'product_id']] },
    ),
    ...createTable(
      tools,
      'orders',
      {
        id: { type: t.id, primaryKey: true },
        order_number: { type: t.text(20), unique: true },
        shop_id: { type: t.id, references: 'shops' },
        customer_id: { type: t.id, references: 'customers' },
        customer_name: { type: t.text(200) },
        customer_email: { type: t.text(200) },
        shipping_address: { type: t.text(500) },
        session_id: { type: t.text(64), optional: true, index: true },
        status: { type: t.text(20), default: 'pending', oneOf: orderStatuses },
        payment_method: { type: t.text(20), oneOf: ['credit_card', 'bank_transfer'], index: true },
        coupon_code: { type: t.text(50), optional: true },
        currency: { type: t.text(3), default: 'USD' },
        subtotal: { type: t.money, check: '>= 0' },
        discount: { type: t.money, default: 0, check: '>= 0' },
        shipping_cost: { type: t.money, default: 0, check: '>= 0' },
        total: { type: t.money },
        notes: { type: t.text(1000), optional: true },
        trace_id: { type: t.text(64), optional: true, index: true },
        version: { type: t.whole, default: 1 },
        created_at: { type: t.instant },
        placed_at: { type: t.instant, optional: true, index: true },
        updated_at: { type: t.instant },
      },
      {
        indexes: [
          ['status', 'created_at'],
          ['created_at', 'id'],
          ['total', 'id'],
        ],
        expressionIndexes: { orders_customer_email_ix: { on: sql`upper(customer_email)` } },
        checks: { total: sql`total = subtotal - discount + shipping_cost`, total_sign: sql`total >= 0` },
      },
    ),
    ...createTable(tools, 'order_items', {
      id: { type: t.id, primaryKey: true },
      order_id: { type: t.id, references: 'orders' },
      product_id: { type: t.id, references: 'products' },
      quantity: { type: t.whole, check: 'between 1 and 99' },
      unit_price: { type: t.money, check: '>= 0' },
      product_name: { type: t.text(200) },
      product_sku: { type: t.text(50) },
    }),
    ...createTable(
      tools,
      'order_events',
      {
        id: { type: t.uuid, primaryKey: true },
        order_id: { type: t.id, references: 'orders' },
        event_type: { type: t.text(100) },
        from_status: { type: t.text(20), optional: true, oneOf: orderStatuses },
        to_status: { type: t.text(20), optional: true, oneOf: orderStatuses },
        actor: { type: t.text(200) },
        details: { type: t.text(2000), optional: true },
        trace_id: { type: t.text(64), optional: true },
        created_at: { type: t.instant },
      },
      {
        indexes: [
          ['created_at', 'id'],
          ['event_type', 'created_at'],
        ],
      },
    ),
  ];
}
