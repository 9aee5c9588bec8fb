import { sql } from 'kysely';
import { createTable } from './create-table.ts';
import type { SchemaStatement, SchemaTools } from './schema-change.ts';

export function catalogue(tools: SchemaTools): SchemaStatement[] {
  const t = tools.types;
  return [
    ...createTable(tools, 'shops', {
      id: { type: t.id, primaryKey: true },
      slug: { type: t.text(80), unique: true },
      name: { type: t.text(200), index: true },
      storefront_url: { type: t.text(500), optional: true },
      region: { type: t.text(80), index: true },
      currency: { type: t.text(3), default: 'USD' },
      status: { type: t.text(20), default: 'active', oneOf: ['active', 'maintenance', 'inactive'], index: true },
      address: { type: t.text(500), optional: true },
      coordinates: { type: t.text(100), optional: true },
      contact_email: { type: t.text(200), optional: true },
      contact_phone: { type: t.text(50), optional: true },
      notes: { type: t.text(2000), optional: true },
      version: { type: t.whole, default: 1 },
      created_at: { type: t.instant },
      updated_at: { type: t.instant },
    }),
    ...createTable(
      tools,
      'products',
      {
        id: { type: t.id, primaryKey: true },
        shop_id: { type: t.id, references: 'shops', optional: true },
        name: { type: t.text(200) },
        sku: { type: t.text(50), unique: true },
        description: { type: t.text(4000), optional: true },
        price: { type: t.money, check: '>= 0' },
        category: { type: t.text(100) },
        image_url: { type: t.text(500), optional: true },
        is_active: { type: t.flag, default: true },
        version: { type: t.whole, default: 1 },
        created_at: { type: t.instant },
        updated_at: { type: t.instant },
      },
      {
        indexes: [
          ['category', 'id'],
          ['name', 'id'],
          ['price', 'id'],
          ['created_at', 'id'],
        ],
      },
    ),
    ...createTable(tools, 'services', {
      id: { type: t.id, primaryKey: true },
      name: { type: t.text(200), index: true },
      sku: { type: t.text(50), unique: true },
      description: { type: t.text(4000), optional: true },
      price: { type: t.money, check: '>= 0' },
      category: { type: t.text(100), index: true },
      image_url: { type: t.text(500), optional: true },
      is_active: { type: t.flag, default: true },
      version: { type: t.whole, default: 1 },
      created_at: { type: t.instant },
      updated_at: { type: t.instant },
    }),
    ...createTable(
      tools,
      'coupons',
      {
        id: { type: t.id, primaryKey: true },
        code: { type: t.text(50) },
        discount_percent: { type: t.decimal(5, 2), default: 0, check: 'between 0 and 100' },
        discount_amount: { type: t.money, default: 0, check: '>= 0' },
        is_active: { type: t.flag, default: true },
        max_uses: { type: t.whole, default: 0, check: '>= 0' },
        used_count: { type: t.whole, default: 0, check: '>= 0' },
        expires_at: { type: t.instant, optional: true },
        version: { type: t.whole, default: 1 },
        created_at: { type: t.instant },
        updated_at: { type: t.instant },
      },
      {
        expressionIndexes: { coupons_code_uq: { on: sql`upper(code)`, unique: true } },
        checks: { max_uses_or_none: sql`max_uses = 0 or used_count <= max_uses` },
      },
    ),
    ...createTable(tools, 'warehouses', {
      id: { type: t.id, primaryKey: true },
      name: { type: t.text(200), unique: true },
      region: { type: t.text(50), index: true },
      address: { type: t.text(500), optional: true },
      capacity: { type: t.whole, default: 10000, check: '>= 0' },
      is_active: { type: t.flag, default: true },
      created_at: { type: t.instant },
    }),
    ...createTable(tools, 'catalog_version', {
      id: { type: t.whole, primaryKey: true, check: '= 1' },
      version: { type: t.bigWhole },
      updated_at: { type: t.instant },
    }),
    tools.statement(sql`insert into catalog_version (id, version, updated_at) values (1, 1, current_timestamp)`),
  ];
}
