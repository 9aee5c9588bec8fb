import { type Static, Type } from 'typebox';
import { guarded } from './endpoint.ts';
import { Cursor, Id, Instant, Nullable, PageSize } from './scalars.ts';

/** Who asked for it: the clock, or a person. */
export const ScheduleMode = Type.Enum(['scheduled', 'manual']);
export const WorkflowStatus = Type.Enum(['running', 'success', 'error']);
export type WorkflowStatus = Static<typeof WorkflowStatus>;

export const NamedQuery = Type.Object({
  name: Type.String(),
  label: Type.String(),
  component_name: Type.String({ description: 'Part of the platform that it asks about' }),
  action_name: Type.Enum(['query', 'faulty_query']),
  description: Type.String(),
  sql: Type.String({ description: 'As it is sent to this engine' }),
  expected_failure: Type.Boolean({ description: 'It fails on purpose, so that there is something to find' }),
});
export type NamedQuery = Static<typeof NamedQuery>;

export const Execution = Type.Object({
  id: Id,
  workflow_run_id: Nullable(Id),
  query_name: Type.String(),
  component_name: Nullable(Type.String()),
  source_service: Type.String(),
  schedule_mode: ScheduleMode,
  action_name: Type.String(),
  status: WorkflowStatus,
  expected_failure: Type.Boolean(),
  row_count: Type.Integer(),
  duration_ms: Nullable(Type.Number()),
  error_message: Nullable(Type.String()),
  trace_id: Nullable(Type.String()),
  created_at: Instant,
});
export type Execution = Static<typeof Execution>;

/** What a run of a query answers, also when it failed as it was meant to. */
export const ExecutionResult = Type.Object({
  ...Execution.properties,
  query_text: Type.String(),
  columns: Type.Array(Type.String()),
  rows: Type.Array(Type.Record(Type.String(), Type.Unknown())),
  row_limit: Type.Integer({ description: 'A query with more rows than this is refused' }),
  time_limit_ms: Type.Integer({ description: 'A query that takes longer is ended' }),
});
export type ExecutionResult = Static<typeof ExecutionResult>;

export const listNamedQueries = guarded({
  method: 'GET',
  path: '/api/workflows/catalog',
  summary: 'The queries that can be run, in a fixed order',
  tag: 'Query lab',
  access: 'workflows.read',
  responses: { 200: Type.Object({ queries: Type.Array(NamedQuery) }) },
});

export const listExecutions = guarded({
  method: 'GET',
  path: '/api/query-lab/executions',
  summary: 'What was run, newest first',
  tag: 'Query lab',
  access: 'workflows.read',
  querystring: Type.Object({
    limit: PageSize(100),
    after: Type.Optional(Cursor),
    query_name: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    status: Type.Optional(WorkflowStatus),
  }),
  responses: { 200: Type.Object({ items: Type.Array(Execution), next: Nullable(Cursor) }) },
});

export const runNamedQuery = guarded({
  method: 'POST',
  path: '/api/query-lab/run',
  summary:
    'Runs a query of the catalogue; 404 for an unknown one, 422 over its row limit, 429 while others run too many, 504 over its time limit; all but the first are recorded in the history',
  tag: 'Query lab',
  access: 'workflows.run',
  body: Type.Object({ query_name: Type.String({ minLength: 1, maxLength: 120 }) }),
  responses: { 200: ExecutionResult },
});
