import { createTable } from './create-table.ts';
import type { SchemaStatement, SchemaTools } from './schema-change.ts';

export function supportAndAssistant(tools: SchemaTools): SchemaStatement[] {
  const t = tools.types;
  return [
    ...createTable(
      tools,
      'tickets',
      {
        id: { type: t.id, primaryKey: true },
        customer_id: { type: t.id, references: 'customers' },
        title: { type: t.text(300) },
        status: { type: t.text(20), default: 'open', oneOf: ['open', 'in_progress', 'resolved', 'closed'] },
        priority: { type: t.text(20), default: 'medium', oneOf: ['low', 'medium', 'high', 'critical'], index: true },
        product_id: { type: t.id, references: 'products', optional: true },
        service_id: { type: t.id, references: 'services', optional: true },
        order_id: { type: t.id, references: 'orders', optional: true },
        assigned_to: { type: t.id, references: 'users', optional: true },
        version: { type: t.whole, default: 1 },
        created_at: { type: t.instant },
        updated_at: { type: t.instant },
        closed_at: { type: t.instant, optional: true },
      },
      {
        indexes: [
          ['status', 'created_at'],
          ['created_at', 'id'],
          ['updated_at', 'id'],
        ],
      },
    ),
    ...createTable(
      tools,
      'ticket_messages',
      {
        id: { type: t.id, primaryKey: true },
        ticket_id: { type: t.id, references: 'tickets' },
        sender_type: { type: t.text(20), oneOf: ['customer', 'agent', 'system'] },
        sender_name: { type: t.text(200), optional: true },
        user_id: { type: t.id, references: 'users', optional: true },
        content: { type: t.text(4000) },
        created_at: { type: t.instant },
      },
      { indexes: [['ticket_id', 'created_at']] },
    ),
    ...createTable(tools, 'assistant_sessions', {
      session_id: { type: t.text(64), primaryKey: true },
      customer_email: { type: t.text(200), optional: true },
      product_focus: { type: t.text(200), optional: true },
      source: { type: t.text(50), default: 'shop' },
      created_at: { type: t.instant, index: true },
      updated_at: { type: t.instant },
    }),
    ...createTable(
      tools,
      'assistant_messages',
      {
        id: { type: t.uuid, primaryKey: true },
        session_id: { type: t.text(64), references: 'assistant_sessions.session_id' },
        role: { type: t.text(20), oneOf: ['user', 'assistant'] },
        content: { type: t.longText },
        provider: { type: t.text(100), default: 'local' },
        model_id: { type: t.text(255), optional: true },
        trace_id: { type: t.text(64), optional: true },
        created_at: { type: t.instant },
      },
      { indexes: [['session_id', 'created_at']] },
    ),
  ];
}
