import { sql } from 'kysely';
import { createTable } from './create-table.ts';
import type { SchemaStatement, SchemaTools } from './schema-change.ts';

const chargeStatuses = sql`status in ('charged', 'declined', 'voided', 'refunded')`;

export function operations(tools: SchemaTools): SchemaStatement[] {
  const t = tools.types;
  return [
    // Who guesses is counted here, so that every replica sees it. Both keys are hashes: what was typed is not kept.
    ...createTable(
      tools,
      'sign_in_attempts',
      {
        id: { type: t.uuid, primaryKey: true },
        account_key: { type: t.text(64) },
        address_key: { type: t.text(64) },
        created_at: { type: t.instant, index: true },
      },
      {
        indexes: [
          ['account_key', 'created_at'],
          ['address_key', 'created_at'],
        ],
      },
    ),
    // Attempts that the consumer itself failed; those that never reached it say nothing about the message.
    tools.schema
      .alterTable('outbox_deliveries')
      .addColumn('failures', t.whole, (column) => column.defaultTo(0).notNull()),
    tools.schema.alterTable('simulated_charges').dropConstraint('simulated_charges_status_ck'),
    tools.schema.alterTable('simulated_charges').addCheckConstraint('simulated_charges_status_ck', chargeStatuses),
    // A SKU is the same in any case: who reads it over the telephone hears no capitals.
    tools.schema.createIndex('products_sku_any_case_uq').on('products').expression(sql`upper(sku)`).unique(),
    ...tools.containsIndex('orders_search_ix', 'orders', [`order_number`, `customer_name`, `customer_email`]),
    ...tools.containsIndex('customers_search_ix', 'customers', [`name`, `email`, `company`]),
  ];
}
