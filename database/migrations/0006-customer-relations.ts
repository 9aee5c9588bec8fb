import { createTable } from './create-table.ts';
import type { SchemaStatement, SchemaTools } from './schema-change.ts';

export function customerRelations(tools: SchemaTools): SchemaStatement[] {
  const t = tools.types;
  return [
    ...createTable(
      tools,
      'reviews',
      {
        id: { type: t.id, primaryKey: true },
        product_id: { type: t.id, references: 'products' },
        customer_id: { type: t.id, references: 'customers', optional: true },
        order_id: { type: t.id, references: 'orders', optional: true },
        rating: { type: t.whole, check: 'between 1 and 5' },
        comment_text: { type: t.text(2000), optional: true },
        author_name: { type: t.text(200) },
        created_at: { type: t.instant },
      },
      { indexes: [['product_id', 'created_at'], ['created_at', 'id'], ['rating']] },
    ),
    ...createTable(
      tools,
      'campaigns',
      {
        id: { type: t.id, primaryKey: true },
        name: { type: t.text(200), index: true },
        campaign_type: { type: t.text(50), default: 'email', oneOf: ['email', 'social', 'ppc', 'referral', 'display'] },
        status: { type: t.text(20), default: 'draft', oneOf: ['draft', 'active', 'paused', 'completed'] },
        budget: { type: t.money, default: 0, check: '>= 0' },
        spent: { type: t.money, default: 0, check: '>= 0' },
        target_audience: { type: t.text(1000), optional: true },
        start_date: { type: t.instant, optional: true },
        end_date: { type: t.instant, optional: true },
        created_by: { type: t.id, references: 'users', optional: true },
        version: { type: t.whole, default: 1 },
        created_at: { type: t.instant },
        updated_at: { type: t.instant },
      },
      { indexes: [['status', 'created_at'], ['campaign_type'], ['created_at', 'id']] },
    ),
    ...createTable(
      tools,
      'leads',
      {
        id: { type: t.id, primaryKey: true },
        campaign_id: { type: t.id, references: 'campaigns' },
        customer_id: { type: t.id, references: 'customers', optional: true },
        email: { type: t.text(200), index: true },
        name: { type: t.text(200), optional: true },
        source: {
          type: t.text(50),
          default: 'web',
          oneOf: ['web', 'referral', 'social', 'paid', 'import', 'api'],
          index: true,
        },
        status: {
          type: t.text(20),
          default: 'new',
          oneOf: ['new', 'contacted', 'qualified', 'converted', 'lost'],
        },
        score: { type: t.whole, default: 0, check: 'between 0 and 100', index: true },
        notes: { type: t.text(2000), optional: true },
        converted_at: { type: t.instant, optional: true },
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
    ...createTable(tools, 'reports', {
      id: { type: t.id, primaryKey: true },
      name: { type: t.text(200), index: true },
      report_type: { type: t.text(50), index: true },
      parameters: { type: t.longText, optional: true },
      created_by: { type: t.id, references: 'users', optional: true },
      version: { type: t.whole, default: 1 },
      created_at: { type: t.instant, index: true },
      updated_at: { type: t.instant },
    }),
    ...createTable(tools, 'stored_files', {
      id: { type: t.id, primaryKey: true },
      file_name: { type: t.text(255), index: true },
      content_type: { type: t.text(100) },
      byte_count: { type: t.bigWhole, check: '>= 0' },
      sha256: { type: t.text(64), index: true },
      storage_key: { type: t.text(500), unique: true },
      uploaded_by: { type: t.id, references: 'users', optional: true },
      created_at: { type: t.instant, index: true },
    }),
  ];
}
