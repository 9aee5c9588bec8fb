import { sql } from 'kysely';
import { createTable } from './create-table.ts';
import type { SchemaStatement, SchemaTools } from './schema-change.ts';

export function stockAndPayments(tools: SchemaTools): SchemaStatement[] {
  const t = tools.types;
  return [
    ...createTable(
      tools,
      'stock_levels',
      {
        product_id: { type: t.id, references: 'products' },
        warehouse_id: { type: t.id, references: 'warehouses' },
        quantity: { type: t.whole, default: 0, check: '>= 0' },
      },
      { primaryKey: ['product_id', 'warehouse_id'] },
    ),
    ...createTable(
      tools,
      'stock_movements',
      {
        id: { type: t.uuid, primaryKey: true },
        batch_id: { type: t.uuid, index: true },
        product_id: { type: t.id, references: 'products' },
        warehouse_id: { type: t.id, references: 'warehouses' },
        delta: { type: t.whole, check: '<> 0' },
        reason: { type: t.text(200) },
        order_id: { type: t.id, references: 'orders', optional: true },
        actor: { type: t.text(200) },
        trace_id: { type: t.text(64), optional: true },
        created_at: { type: t.instant },
      },
      { indexes: [['created_at', 'id']] },
    ),
    ...createTable(
      tools,
      'payments',
      {
        id: { type: t.id, primaryKey: true },
        order_id: { type: t.id, references: 'orders', unique: true },
        method: { type: t.text(20), oneOf: ['credit_card', 'bank_transfer'] },
        status: { type: t.text(20), default: 'pending', oneOf: ['pending', 'paid', 'failed', 'refunded'] },
        amount: { type: t.money, check: '>= 0' },
        currency: { type: t.text(3), default: 'USD' },
        provider: { type: t.text(50), optional: true },
        provider_reference: { type: t.text(128), optional: true, index: true },
        decline_code: { type: t.text(50), optional: true },
        lease_owner: { type: t.text(64), optional: true, index: true },
        lease_until: { type: t.instant, optional: true },
        created_at: { type: t.instant },
        updated_at: { type: t.instant },
      },
      {
        indexes: [
          ['status', 'created_at'],
          ['created_at', 'id'],
        ],
        checks: { lease: sql`lease_owner is null or lease_until is not null` },
      },
    ),
    // It plays the ledger of an outside processor, which knows nothing of our orders table: hence no foreign key.
    ...createTable(tools, 'simulated_charges', {
      order_id: { type: t.id, primaryKey: true },
      status: { type: t.text(20), oneOf: ['charged', 'declined', 'voided'], index: true },
      amount: { type: t.money, check: '>= 0' },
      currency: { type: t.text(3), default: 'USD' },
      reference: { type: t.text(128), optional: true, index: true },
      created_at: { type: t.instant },
      updated_at: { type: t.instant },
    }),
  ];
}
