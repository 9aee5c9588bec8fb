import type { ExecutionResult, Execution as WireExecution } from '@octo/contracts/query-lab.ts';
import type { Execution, QueryResult } from '@octo/domains/workflows';
import { toInstant } from './instant.ts';

export function toWireExecution(execution: Execution): WireExecution {
  return {
    id: execution.id,
    workflow_run_id: execution.workflowRunId,
    query_name: execution.queryName,
    component_name: execution.componentName,
    source_service: execution.sourceService,
    schedule_mode: execution.scheduleMode,
    action_name: execution.actionName,
    status: execution.status,
    expected_failure: execution.expectedFailure,
    row_count: execution.rowCount,
    duration_ms: execution.durationMs,
    error_message: execution.errorMessage,
    trace_id: execution.traceId,
    created_at: toInstant(execution.createdAt),
  };
}

export function toWireResult(result: QueryResult): ExecutionResult {
  return {
    ...toWireExecution(result),
    query_text: result.queryText,
    columns: result.columns,
    rows: result.rows,
    row_limit: result.rowLimit,
    time_limit_ms: result.timeLimitMs,
  };
}
