import type { WorkflowRun as WireRun } from '@octo/contracts/workflows.ts';
import type { WorkflowRun } from '@octo/domains/workflows';
import { toInstant, toInstantOrNull } from './instant.ts';

export function toWireRun(run: WorkflowRun): WireRun {
  return {
    id: run.id,
    workflow_key: run.workflowKey,
    workflow_label: run.workflowLabel,
    source_service: run.sourceService,
    schedule_mode: run.scheduleMode,
    status: run.status,
    result_summary: run.resultSummary,
    trace_id: run.traceId,
    duration_ms: run.durationMs,
    started_at: toInstant(run.startedAt),
    completed_at: toInstantOrNull(run.completedAt),
  };
}
