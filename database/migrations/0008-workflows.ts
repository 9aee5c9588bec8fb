import { createTable } from './create-table.ts';
import type { SchemaStatement, SchemaTools } from './schema-change.ts';

export function workflows(tools: SchemaTools): SchemaStatement[] {
  const t = tools.types;
  return [
    ...createTable(
      tools,
      'workflow_runs',
      {
        id: { type: t.id, primaryKey: true },
        workflow_key: { type: t.text(100) },
        workflow_label: { type: t.text(200), optional: true },
        source_service: { type: t.text(100) },
        schedule_mode: { type: t.text(20), default: 'scheduled', oneOf: ['scheduled', 'manual'] },
        status: { type: t.text(20), default: 'running', oneOf: ['running', 'success', 'error'], index: true },
        result_summary: { type: t.text(4000), optional: true },
        trace_id: { type: t.text(64), optional: true, index: true },
        duration_ms: { type: t.decimal(14, 3), optional: true },
        started_at: { type: t.instant },
        completed_at: { type: t.instant, optional: true, index: true },
      },
      { indexes: [['workflow_key', 'started_at'], ['started_at']] },
    ),
    ...createTable(
      tools,
      'query_executions',
      {
        id: { type: t.id, primaryKey: true },
        workflow_run_id: { type: t.id, references: 'workflow_runs', optional: true },
        query_name: { type: t.text(120) },
        component_name: { type: t.text(120), optional: true, index: true },
        source_service: { type: t.text(100) },
        schedule_mode: { type: t.text(20), default: 'manual', oneOf: ['scheduled', 'manual'] },
        action_name: { type: t.text(50), default: 'query' },
        status: { type: t.text(20), default: 'running', oneOf: ['running', 'success', 'error'], index: true },
        expected_failure: { type: t.flag, default: false },
        query_text: { type: t.longText },
        prompt_text: { type: t.longText, optional: true },
        row_count: { type: t.whole, default: 0, check: '>= 0' },
        duration_ms: { type: t.decimal(14, 3), optional: true },
        error_message: { type: t.text(4000), optional: true },
        trace_id: { type: t.text(64), optional: true, index: true },
        created_at: { type: t.instant },
      },
      {
        indexes: [
          ['query_name', 'created_at'],
          ['created_at', 'id'],
        ],
      },
    ),
    ...createTable(
      tools,
      'component_snapshots',
      {
        id: { type: t.id, primaryKey: true },
        component_name: { type: t.text(120) },
        component_type: { type: t.text(60) },
        status: { type: t.text(30), default: 'unknown' },
        source_service: { type: t.text(100) },
        latency_ms: { type: t.decimal(14, 3), optional: true },
        details: { type: t.text(4000), optional: true },
        trace_id: { type: t.text(64), optional: true, index: true },
        observed_at: { type: t.instant },
      },
      {
        indexes: [
          ['component_name', 'observed_at'],
          ['observed_at', 'id'],
        ],
      },
    ),
  ];
}
