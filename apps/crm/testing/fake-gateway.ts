import type { GatewayState } from '@octo/contracts/integrations.ts';
import type { Execution, ExecutionResult } from '@octo/contracts/query-lab.ts';
import type { WorkflowRun } from '@octo/contracts/workflows.ts';

/** What a shop says that was not told where the gateway is. */
export const gatewayNobodyTold: GatewayState = {
  configured: false,
  reachable: null,
  latency_ms: null,
  breaker: { state: 'closed', failure_threshold: 3, recovery_timeout_s: 30 },
  checked_at: null,
  scheduler: null,
};

export const sampleRun: WorkflowRun = {
  id: 7,
  workflow_key: 'scheduled_backend_sweep',
  workflow_label: 'Scheduled Backend Sweep',
  source_service: 'octo-workflow-gateway',
  schedule_mode: 'manual',
  status: 'success',
  result_summary: null,
  trace_id: 'a'.repeat(32),
  duration_ms: 12.5,
  started_at: '2026-01-02T03:04:05.678Z',
  completed_at: '2026-01-02T03:04:05.690Z',
};

export const sampleExecution: Execution = {
  id: 17,
  workflow_run_id: null,
  query_name: 'orders_backlog',
  component_name: 'drone-shop',
  source_service: 'octo-workflow-gateway',
  schedule_mode: 'manual',
  action_name: 'query',
  status: 'success',
  expected_failure: false,
  row_count: 2,
  duration_ms: 1.25,
  error_message: null,
  trace_id: 'b'.repeat(32),
  created_at: '2026-01-02T03:04:05.678Z',
};

export const sampleResult: ExecutionResult = {
  ...sampleExecution,
  query_text: 'select status, count(*) as orders from query_orders group by status',
  columns: ['status', 'orders', 'value', 'since'],
  rows: [
    { status: 'placed', orders: 3, value: 1499.7, since: '2026-01-02T03:04:05.678Z' },
    { status: 'on_hold', orders: 1, value: null, since: null },
  ],
  row_limit: 500,
  time_limit_ms: 5000,
};
