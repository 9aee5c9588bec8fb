import { sql } from 'kysely';
import type { SchemaStatement, SchemaTools } from './schema-change.ts';

export const acceptanceView = 'query_order_acceptances';

export function sweeps({ schema, types: t }: SchemaTools): SchemaStatement[] {
  return [
    // Null once a run is over, so that of each workflow one runs at a time; a key of several columns would not do on Oracle.
    schema.alterTable('workflow_runs').addColumn('running_key', t.text(100)),
    // The period that a scheduled run is for: whichever replica comes first makes it. Null for a run that somebody asked for.
    schema.alterTable('workflow_runs').addColumn('period_key', t.text(150)),
    schema.alterTable('workflow_runs').addColumn('lease_owner', t.text(64)),
    schema.alterTable('workflow_runs').addColumn('lease_until', t.instant),
    schema.createIndex('workflow_runs_running_key_uq').on('workflow_runs').column('running_key').unique(),
    schema.createIndex('workflow_runs_period_key_uq').on('workflow_runs').column('period_key').unique(),
    schema.alterTable('component_snapshots').addColumn('workflow_run_id', t.id),
    schema
      .alterTable('component_snapshots')
      .addForeignKeyConstraint('component_snapshots_workflow_run_id_fk', ['workflow_run_id'], 'workflow_runs', ['id']),
    schema.createIndex('component_snapshots_workflow_run_id_ix').on('component_snapshots').column('workflow_run_id'),
    schema.createView(acceptanceView).as(sql`select order_id, decision, created_at from order_acceptances`),
  ];
}
