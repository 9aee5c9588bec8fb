import { type Static, Type } from 'typebox';
import { guarded } from './endpoint.ts';
import {
  Execution,
  listExecutions,
  listNamedQueries,
  runNamedQuery,
  ScheduleMode,
  WorkflowStatus,
} from './query-lab.ts';
import { Cursor, Dollars, Id, Instant, Nullable, PageSize } from './scalars.ts';

/** Names who asks on whose behalf, beside the internal key: the id of a user, for the audit. */
export const operatorHeader = 'x-octo-operator';
/** Where they called from, as the service that asks for them saw it. */
export const operatorAddressHeader = 'x-octo-operator-address';

export const WorkflowRun = Type.Object({
  id: Id,
  workflow_key: Type.String(),
  workflow_label: Nullable(Type.String()),
  source_service: Type.String(),
  schedule_mode: ScheduleMode,
  status: WorkflowStatus,
  result_summary: Nullable(Type.String()),
  trace_id: Nullable(Type.String()),
  duration_ms: Nullable(Type.Number()),
  started_at: Instant,
  completed_at: Nullable(Instant),
});
export type WorkflowRun = Static<typeof WorkflowRun>;

export const ComponentSnapshot = Type.Object({
  workflow_run_id: Nullable(Id),
  component_name: Type.String(),
  component_type: Type.String(),
  status: Type.Enum(['healthy', 'degraded', 'down', 'unknown'], { description: 'unknown: it is not configured' }),
  latency_ms: Nullable(Type.Number({ description: 'Of the probe, measured' })),
  details: Nullable(Type.String()),
  trace_id: Nullable(Type.String()),
  observed_at: Instant,
});
export type ComponentSnapshot = Static<typeof ComponentSnapshot>;

export const SchedulerState = Type.Object({
  poll_seconds: Type.Integer(),
  last_run_at: Nullable(Instant),
  last_status: Nullable(WorkflowStatus),
  last_error: Nullable(Type.String()),
  next_run_at: Nullable(Instant),
});
export type SchedulerState = Static<typeof SchedulerState>;

export const WorkflowOverview = Type.Object({
  orders: Type.Object({ order_count: Type.Integer(), revenue: Dollars, processing_count: Type.Integer() }),
  crm: Type.Object({ customer_count: Type.Integer(), crm_linked: Type.Integer() }),
  inventory: Type.Object({ low_stock_count: Type.Integer() }),
  recent_queries: Type.Array(Execution),
  recent_workflows: Type.Array(WorkflowRun),
  components: Type.Array(ComponentSnapshot, { description: 'The newest snapshot of each component' }),
  scheduler: SchedulerState,
  gateway: Type.Object({
    service_name: Type.String(),
    faulty_query_enabled: Type.Boolean(),
    selectai_configured: Type.Boolean(),
    crm_endpoint_configured: Type.Boolean(),
    shop_endpoint_configured: Type.Boolean(),
  }),
});
export type WorkflowOverview = Static<typeof WorkflowOverview>;

export const getWorkflowOverview = guarded({
  method: 'GET',
  path: '/api/workflows/overview',
  summary: 'How the platform does, what ran lately and what the scheduler does; may be a few seconds old',
  tag: 'Workflows',
  access: 'workflows.read',
  responses: { 200: WorkflowOverview },
});

export const listWorkflowRuns = guarded({
  method: 'GET',
  path: '/api/workflows/runs',
  summary: 'Sweeps, newest first',
  tag: 'Workflows',
  access: 'workflows.read',
  querystring: Type.Object({
    limit: PageSize(100),
    after: Type.Optional(Cursor),
    status: Type.Optional(WorkflowStatus),
  }),
  responses: { 200: Type.Object({ items: Type.Array(WorkflowRun), next: Nullable(Cursor) }) },
});

export const getWorkflowRun = guarded({
  method: 'GET',
  path: '/api/workflows/runs/:run_id',
  summary: 'A sweep with the executions and the snapshots that it made',
  tag: 'Workflows',
  access: 'workflows.read',
  params: Type.Object({ run_id: Id }),
  responses: {
    200: Type.Object({
      ...WorkflowRun.properties,
      executions: Type.Array(Execution),
      components: Type.Array(ComponentSnapshot),
    }),
  },
});

export const startSweep = guarded({
  method: 'POST',
  path: '/api/workflows/runs',
  summary: 'Sweeps now and answers with the finished run; 409 while another sweep is under way',
  tag: 'Workflows',
  access: 'workflows.run',
  responses: { 200: WorkflowRun },
});

export const listComponentSnapshots = guarded({
  method: 'GET',
  path: '/api/components/snapshots',
  summary: 'What probes found, newest first',
  tag: 'Workflows',
  access: 'workflows.read',
  querystring: Type.Object({
    limit: PageSize(100),
    after: Type.Optional(Cursor),
    component_name: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
  }),
  responses: { 200: Type.Object({ items: Type.Array(ComponentSnapshot), next: Nullable(Cursor) }) },
});

/** What the gateway serves; the CRM hands all of it on to whoever may. */
export const workflowEndpoints = [
  listNamedQueries,
  getWorkflowOverview,
  listWorkflowRuns,
  getWorkflowRun,
  startSweep,
  listComponentSnapshots,
  listExecutions,
  runNamedQuery,
] as const;
