import { sql } from 'kysely';
import { createTable } from './create-table.ts';
import type { SchemaStatement, SchemaTools } from './schema-change.ts';

export function activeFaults(tools: SchemaTools): SchemaStatement[] {
  const { types: t, comment } = tools;
  return [
    ...createTable(
      tools,
      'active_faults',
      {
        id: { type: t.text(64), primaryKey: true },
        target: { type: t.text(16) },
        applied_by: { type: t.text(200) },
        applied_at: { type: t.instant },
        expires_at: { type: t.instant },
        trace_id: { type: t.text(64), optional: true },
      },
      {
        checks: { expires_at: sql`expires_at > applied_at` },
        indexes: [['target', 'expires_at']],
      },
    ),
    comment(
      'table',
      'active_faults',
      'Single faults that are applied on purpose just now; chaos_state is for exercises of several, and nothing writes it.',
    ),
    comment('column', 'active_faults.id', 'Which fault; what it does stands in domains/simulation/faults'),
    comment('column', 'active_faults.target', 'Service in which it takes place'),
    comment('column', 'active_faults.expires_at', 'It ends by itself then, an hour after it was applied at the latest'),
    comment('column', 'active_faults.trace_id', 'Trace of the request that applied it'),
  ];
}
