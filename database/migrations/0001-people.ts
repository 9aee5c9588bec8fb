import { sql } from 'kysely';
import { createTable } from './create-table.ts';
import type { SchemaStatement, SchemaTools } from './schema-change.ts';

export function people(tools: SchemaTools): SchemaStatement[] {
  const t = tools.types;
  return [
    // Business ids are taken by the application in blocks of 50; what lies below the start belongs to the seed.
    tools.statement(sql`create sequence business_ids start with 1000000 increment by 50`),
    ...createTable(
      tools,
      'customers',
      {
        id: { type: t.id, primaryKey: true },
        name: { type: t.text(200), index: true },
        email: { type: t.text(200) },
        phone: { type: t.text(50), optional: true },
        company: { type: t.text(200), optional: true, index: true },
        industry: { type: t.text(100), optional: true, index: true },
        revenue: { type: t.money, default: 0, check: '>= 0', index: true },
        notes: { type: t.text(2000), optional: true },
        version: { type: t.whole, default: 1 },
        created_at: { type: t.instant },
        updated_at: { type: t.instant },
      },
      {
        indexes: [['created_at', 'id']],
        expressionIndexes: { customers_email_uq: { on: sql`lower(email)`, unique: true } },
      },
    ),
    ...createTable(
      tools,
      'users',
      {
        id: { type: t.id, primaryKey: true },
        username: { type: t.text(100) },
        email: { type: t.text(200) },
        password_hash: { type: t.text(300) },
        customer_id: { type: t.id, references: 'customers', optional: true },
        is_active: { type: t.flag, default: true },
        last_login_at: { type: t.instant, optional: true },
        created_at: { type: t.instant, index: true },
      },
      {
        expressionIndexes: {
          users_username_uq: { on: sql`lower(username)`, unique: true },
          users_email_uq: { on: sql`lower(email)`, unique: true },
        },
      },
    ),
    ...createTable(tools, 'staff_roles', {
      user_id: { type: t.id, primaryKey: true, references: 'users' },
      role: { type: t.text(20), oneOf: ['admin', 'manager', 'support', 'viewer', 'chaos_operator'], index: true },
      granted_by: { type: t.text(200) },
      granted_at: { type: t.instant },
    }),
    ...createTable(tools, 'user_sessions', {
      id: { type: t.text(64), primaryKey: true },
      user_id: { type: t.id, references: 'users' },
      service: { type: t.text(50), oneOf: ['shop', 'crm', 'gateway', 'observatory'] },
      auth_method: { type: t.text(20), oneOf: ['password', 'sso'] },
      created_at: { type: t.instant },
      last_seen_at: { type: t.instant },
      expires_at: { type: t.instant, index: true },
      ended_at: { type: t.instant, optional: true },
    }),
  ];
}
