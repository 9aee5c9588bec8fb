import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { SpanId, TraceId } from './observatory.ts';
import { Instant, Nullable } from './scalars.ts';

// What the spans of the services tell of a statement, by its SQL_ID; also of a database that is not watched.

const SqlIdParams = Type.Object({ sqlId: Type.String({ minLength: 1, maxLength: 40, pattern: '^[0-9a-z]+$' }) });

const StatementCaller = Type.Object({
  service: Type.String(),
  route: Nullable(
    Type.String({ description: 'The request, message or job; null where its span did not come in time' }),
  ),
  verb: Nullable(Type.String({ description: 'The span above the statement; null where the request itself asked' })),
  calls: Type.Integer(),
  errors: Type.Integer(),
  elapsedMs: Type.Number(),
});
export type StatementCaller = Static<typeof StatementCaller>;

const StatementRun = Type.Object({
  traceId: TraceId,
  spanId: SpanId,
  at: Instant,
  durationMs: Type.Number({ description: 'Of the statement' }),
  traceName: Type.String(),
  service: Type.String({ description: 'With which the trace began' }),
});
export type StatementRun = Static<typeof StatementRun>;

const Took = Nullable(Type.Number({ description: 'Right within 10 %; null where nothing ran' }));

const StatementRuns = Type.Object({
  sqlId: Type.String(),
  windowMinutes: Type.Integer(),
  calls: Type.Integer(),
  errors: Type.Integer(),
  rows: Type.Integer(),
  p50Ms: Took,
  p95Ms: Took,
  p99Ms: Took,
  minutes: Type.Array(Type.Object({ at: Instant, calls: Type.Integer(), p95Ms: Took }), {
    description: 'Only those in which it ran, oldest first',
  }),
  callers: Type.Array(StatementCaller, {
    description: 'What made it run, the most frequent first, at most 50; in steps of ten minutes',
  }),
  slowest: Type.Array(StatementRun, {
    description: 'The slowest of each ten minutes, at most 5, whose traces are here',
  }),
  newest: Type.Array(StatementRun, { description: 'At most 5, whose traces are here; also from before the window' }),
});
export type StatementRuns = Static<typeof StatementRuns>;

export const getStatementRuns = endpoint({
  method: 'GET',
  path: '/api/database/sql-ids/:sqlId/runs',
  summary: 'How long a statement took as its callers saw it, what made it run, and traces that ran it',
  tag: 'Database',
  params: SqlIdParams,
  querystring: Type.Object({ minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })) }),
  responses: { 200: StatementRuns },
});

export const findStatement = endpoint({
  method: 'GET',
  path: '/api/database/sql-ids/:sqlId',
  summary: 'Which statement of the database a SQL_ID is; 404 for one that the database has not told of',
  tag: 'Database',
  params: SqlIdParams,
  responses: { 200: Type.Object({ sqlId: Type.String(), statementId: Type.String() }) },
});
