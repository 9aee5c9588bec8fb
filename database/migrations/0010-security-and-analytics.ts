import { createTable } from './create-table.ts';
import type { SchemaStatement, SchemaTools } from './schema-change.ts';

export function securityAndAnalytics(tools: SchemaTools): SchemaStatement[] {
  const t = tools.types;
  return [
    ...createTable(
      tools,
      'audit_logs',
      {
        id: { type: t.uuid, primaryKey: true },
        user_id: { type: t.id, references: 'users', optional: true },
        actor: { type: t.text(200) },
        action_name: { type: t.text(100) },
        resource_name: { type: t.text(200), optional: true, index: true },
        old_value: { type: t.longText, optional: true },
        new_value: { type: t.longText, optional: true },
        ip_address: { type: t.text(64), optional: true },
        user_agent: { type: t.text(500), optional: true },
        trace_id: { type: t.text(64), optional: true, index: true },
        created_at: { type: t.instant },
      },
      {
        indexes: [
          ['action_name', 'created_at'],
          ['created_at', 'id'],
        ],
      },
    ),
    ...createTable(
      tools,
      'security_events',
      {
        id: { type: t.uuid, primaryKey: true },
        attack_type: { type: t.text(100) },
        severity: { type: t.text(20), default: 'medium', oneOf: ['info', 'low', 'medium', 'high', 'critical'] },
        endpoint: { type: t.text(255), optional: true },
        source_ip: { type: t.text(64), optional: true, index: true },
        trace_id: { type: t.text(64), optional: true, index: true },
        payload: { type: t.text(500), optional: true },
        product_id: { type: t.id, references: 'products', optional: true },
        session_id: { type: t.text(64), optional: true, index: true },
        details: { type: t.text(4000), optional: true },
        created_at: { type: t.instant },
      },
      {
        indexes: [
          ['attack_type', 'created_at'],
          ['severity', 'created_at'],
          ['created_at', 'id'],
        ],
      },
    ),
    ...createTable(
      tools,
      'page_views',
      {
        id: { type: t.uuid, primaryKey: true },
        page: { type: t.text(200) },
        visitor_ip: { type: t.text(64), optional: true },
        visitor_region: { type: t.text(50), optional: true, index: true },
        user_agent: { type: t.text(500), optional: true },
        referrer: { type: t.text(500), optional: true },
        load_time_ms: { type: t.whole, optional: true, check: '>= 0' },
        session_id: { type: t.text(64), optional: true, index: true },
        created_at: { type: t.instant },
      },
      {
        indexes: [
          ['page', 'created_at'],
          ['created_at', 'id'],
        ],
      },
    ),
    ...createTable(tools, 'chaos_state', {
      id: { type: t.text(64), primaryKey: true },
      scenario_id: { type: t.text(64), index: true },
      target: { type: t.text(16), index: true },
      applied_by: { type: t.text(64) },
      applied_at: { type: t.instant },
      expires_at: { type: t.instant, index: true },
      payload: { type: t.longText },
    }),
  ];
}
