import { createTable } from './create-table.ts';
import type { SchemaStatement, SchemaTools } from './schema-change.ts';

export function fulfilment(tools: SchemaTools): SchemaStatement[] {
  const t = tools.types;
  return [
    ...createTable(tools, 'order_acceptances', {
      order_id: { type: t.id, primaryKey: true, references: 'orders' },
      decision: { type: t.text(20), oneOf: ['accepted', 'on_hold', 'rejected'], index: true },
      reason: { type: t.text(500), optional: true },
      anomalies: { type: t.text(2000), optional: true },
      event_id: { type: t.uuid, optional: true, unique: true },
      decided_by: { type: t.text(200) },
      trace_id: { type: t.text(64), optional: true },
      created_at: { type: t.instant, index: true },
      updated_at: { type: t.instant },
    }),
    ...createTable(
      tools,
      'fulfilments',
      {
        id: { type: t.id, primaryKey: true },
        order_id: { type: t.id, references: 'orders', unique: true },
        workflow_id: { type: t.uuid, unique: true },
        warehouse_id: { type: t.id, references: 'warehouses', optional: true },
        status: {
          type: t.text(20),
          default: 'queued',
          oneOf: ['queued', 'picking', 'packed', 'shipped', 'delivered', 'cancelled'],
        },
        next_step_at: { type: t.instant, optional: true, index: true },
        lease_owner: { type: t.text(64), optional: true, index: true },
        lease_until: { type: t.instant, optional: true },
        version: { type: t.whole, default: 1 },
        started_at: { type: t.instant },
        completed_at: { type: t.instant, optional: true },
        created_at: { type: t.instant },
        updated_at: { type: t.instant },
      },
      { indexes: [['status', 'created_at']] },
    ),
    ...createTable(
      tools,
      'invoices',
      {
        id: { type: t.id, primaryKey: true },
        invoice_number: { type: t.text(50), unique: true },
        order_id: { type: t.id, references: 'orders' },
        customer_id: { type: t.id, references: 'customers' },
        amount: { type: t.money, check: '>= 0' },
        tax: { type: t.money, default: 0, check: '>= 0' },
        currency: { type: t.text(3), default: 'USD' },
        status: { type: t.text(20), default: 'draft', oneOf: ['draft', 'issued', 'paid', 'overdue', 'void'] },
        issued_at: { type: t.instant, optional: true },
        due_at: { type: t.instant, optional: true },
        paid_at: { type: t.instant, optional: true },
        notes: { type: t.text(2000), optional: true },
        version: { type: t.whole, default: 1 },
        created_at: { type: t.instant },
        updated_at: { type: t.instant },
      },
      {
        indexes: [
          ['status', 'due_at'],
          ['created_at', 'id'],
        ],
      },
    ),
    ...createTable(
      tools,
      'shipments',
      {
        id: { type: t.id, primaryKey: true },
        order_id: { type: t.id, references: 'orders' },
        warehouse_id: { type: t.id, references: 'warehouses', optional: true },
        tracking_number: { type: t.text(100), optional: true, unique: true },
        carrier: { type: t.text(50), optional: true, index: true },
        status: {
          type: t.text(20),
          default: 'processing',
          oneOf: ['processing', 'shipped', 'in_transit', 'delivered', 'returned', 'cancelled'],
        },
        origin_region: { type: t.text(50), optional: true, index: true },
        destination_region: { type: t.text(50), optional: true, index: true },
        weight_kg: { type: t.decimal(10, 3), default: 0, check: '>= 0' },
        shipping_cost: { type: t.money, default: 0, check: '>= 0' },
        estimated_delivery: { type: t.instant, optional: true },
        shipped_at: { type: t.instant, optional: true },
        actual_delivery: { type: t.instant, optional: true },
        version: { type: t.whole, default: 1 },
        created_at: { type: t.instant },
        updated_at: { type: t.instant },
      },
      {
        indexes: [
          ['status', 'created_at'],
          ['created_at', 'id'],
        ],
      },
    ),
  ];
}
