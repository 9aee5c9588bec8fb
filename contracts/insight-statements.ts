import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Limit, Minutes, StatementId } from './insight.ts';
import { Instant, Nullable } from './scalars.ts';

// What the observatory tells of single statements: what they cost, how they are done, and what has changed.

/** Time of which no minute knows what was run: the database or the observatory was away. */
const Gap = Type.Object({ from: Instant, to: Instant });
const Gaps = Type.Array(Gap, {
  description: 'Parts of the window that are in no figure, oldest first; at most 100, the newest',
});

const Work = {
  calls: Type.Integer(),
  elapsedMs: Type.Number(),
  rows: Type.Integer(),
  blocksRead: Type.Integer(),
  blocksHit: Type.Integer(),
};

export const StatementSummary = Type.Object({
  statementId: Type.String({ description: 'queryid on PostgreSQL, SQL_ID on Oracle' }),
  sqlId: Nullable(Type.String({ description: 'octo.sql_id of its spans, where the text as sent is known' })),
  text: Type.String(),
  ...Work,
  meanMs: Type.Number(),
  planHash: Nullable(Type.String()),
});
export type StatementSummary = Static<typeof StatementSummary>;

const ListedStatement = Type.Object({
  ...StatementSummary.properties,
  p95Ms: Nullable(Type.Number({ description: 'Of its spans, right within 10 %; null where none came' })),
  calledBy: Nullable(
    Type.Object(
      { service: Type.String(), route: Nullable(Type.String()) },
      { description: 'Where most of its calls come from, by its spans' },
    ),
  ),
});
export type ListedStatement = Static<typeof ListedStatement>;

export const listStatements = endpoint({
  method: 'GET',
  path: '/api/database/statements',
  summary: 'The costliest statements: of the last minutes, or since the database began to count',
  tag: 'Database',
  querystring: Type.Object({
    by: Type.Optional(Type.Enum(['time', 'calls', 'rows', 'reads', 'meanTime', 'p95'])),
    minutes: Minutes,
    limit: Limit(200),
  }),
  responses: {
    200: Type.Object({
      windowMinutes: Nullable(Type.Integer()),
      statements: Type.Array(ListedStatement),
      total: Nullable(
        Type.Object(Work, {
          description: 'Of all statements in the window, with those that are not listed; null without a window',
        }),
      ),
      gaps: Gaps,
    }),
  },
});

export const getStatement = endpoint({
  method: 'GET',
  path: '/api/database/statements/:statementId',
  summary: 'One statement minute by minute, and the plans it had; 404 for one that was never seen',
  tag: 'Database',
  params: Type.Object({ statementId: StatementId }),
  querystring: Type.Object({ minutes: Minutes }),
  responses: {
    200: Type.Object({
      statement: StatementSummary,
      firstSeenAt: Instant,
      lastSeenAt: Instant,
      minutes: Type.Array(
        Type.Object({
          at: Instant,
          calls: Type.Integer(),
          elapsedMs: Type.Number(),
          rows: Type.Integer(),
          blocksRead: Type.Integer(),
        }),
        {
          description:
            'Only those in which it ran, and was among the costliest, oldest first; at most 1440 steps, hours for a window of more than a day',
        },
      ),
      stepMinutes: Type.Integer(),
      gaps: Gaps,
      plans: Type.Array(Type.Object({ planHash: Type.String(), firstSeenAt: Instant, lastSeenAt: Instant }), {
        description: 'How it was done from when to when, the newest first; at most 100',
      }),
    }),
  },
});

export const getStatementPlan = endpoint({
  method: 'GET',
  path: '/api/database/statements/:statementId/plan',
  summary: 'How it is done, without doing it',
  tag: 'Database',
  params: Type.Object({ statementId: StatementId }),
  responses: {
    200: Type.Object({
      statementId: Type.String(),
      lines: Type.Array(Type.String()),
      planHash: Nullable(Type.String()),
      isActual: Type.Boolean({ description: 'As it was last done, rather than as it would be done' }),
    }),
  },
});

export const StatementChange = Type.Object({
  statement: StatementSummary,
  firstSeenAt: Instant,
  meanMsBefore: Nullable(Type.Number({ description: 'Before the window; null for a new one' })),
  planHashBefore: Nullable(Type.String()),
});
export type StatementChange = Static<typeof StatementChange>;

export const listStatementChanges = endpoint({
  method: 'GET',
  path: '/api/database/changes',
  summary: 'Statements that are new in the last minutes, became much slower, or are done by another plan',
  tag: 'Database',
  querystring: Type.Object({ minutes: Minutes, limit: Limit(200) }),
  responses: {
    200: Type.Object({
      windowMinutes: Type.Integer(),
      baselineFrom: Nullable(
        Type.String({ format: 'date-time', description: 'Since when there is something to compare with' }),
      ),
      gaps: Gaps,
      fresh: Type.Array(StatementChange),
      regressed: Type.Array(StatementChange),
      planChanged: Type.Array(StatementChange),
    }),
  },
});
