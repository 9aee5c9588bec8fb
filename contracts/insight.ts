import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Instant, Nullable } from './scalars.ts';

// What the database knows of its own work, as the observatory tells it to operators. camelCase, like the rest of its API.

const Limit = (maximum: number) => Type.Optional(Type.Integer({ minimum: 1, maximum }));
const Minutes = Type.Optional(Type.Integer({ minimum: 1, maximum: 43_200 }));
const StatementId = Type.String({ minLength: 1, maxLength: 40, pattern: '^-?[0-9a-z]+$' });

export const WaitClass = Type.Enum([
  'CPU',
  'Lock',
  'IO',
  'Commit',
  'Network',
  'Concurrency',
  'Configuration',
  'Other',
  'Idle',
]);

/** Time of which no minute knows what was run: the database or the observatory was away. */
export const Gap = Type.Object({ from: Instant, to: Instant });
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

export const listStatements = endpoint({
  method: 'GET',
  path: '/api/database/statements',
  summary: 'The costliest statements: of the last minutes, or since the database began to count',
  tag: 'Database',
  querystring: Type.Object({
    by: Type.Optional(Type.Enum(['time', 'calls', 'rows', 'reads', 'meanTime'])),
    minutes: Minutes,
    limit: Limit(200),
  }),
  responses: {
    200: Type.Object({
      windowMinutes: Nullable(Type.Integer()),
      statements: Type.Array(StatementSummary),
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

export const DatabaseSession = Type.Object({
  sessionId: Type.String(),
  module: Nullable(Type.String()),
  action: Nullable(Type.String()),
  traceId: Nullable(Type.String()),
  user: Type.String(),
  state: Type.Enum(['active', 'idle', 'idle in transaction']),
  waitClass: WaitClass,
  waitEvent: Nullable(Type.String()),
  blockedBy: Type.Array(Type.String(), { description: 'Session ids, nearest first' }),
  statementId: Nullable(Type.String()),
  sqlId: Nullable(Type.String()),
  text: Nullable(Type.String()),
  connectedAt: Nullable(Instant),
  transactionStartedAt: Nullable(Instant),
  statementStartedAt: Nullable(Instant),
  client: Nullable(Type.String()),
});
export type DatabaseSession = Static<typeof DatabaseSession>;

export const listSessions = endpoint({
  method: 'GET',
  path: '/api/database/sessions',
  summary: 'Live sessions with their tags, what they wait for and who stands in their way; the busy ones first',
  tag: 'Database',
  querystring: Type.Object({ limit: Limit(500) }),
  responses: { 200: Type.Object({ at: Instant, sessions: Type.Array(DatabaseSession) }) },
});

const Share = Type.Object({
  key: Nullable(Type.String()),
  averageActive: Type.Number(),
  byWaitClass: Type.Record(Type.String(), Type.Number()),
});

export const getActivity = endpoint({
  method: 'GET',
  path: '/api/database/activity',
  summary: 'Average active sessions by wait class over the last minutes, from a sample every second',
  tag: 'Database',
  querystring: Type.Object({ minutes: Minutes }),
  responses: {
    200: Type.Object({
      stepSeconds: Type.Integer(),
      steps: Type.Array(
        Type.Object({
          at: Instant,
          samples: Type.Integer({ description: 'Seconds in which was looked; 0 for a step without any' }),
          byWaitClass: Type.Record(Type.String(), Type.Number()),
        }),
        { description: 'The window in equal steps, oldest first, without gaps' },
      ),
      statements: Type.Array(Share),
      modules: Type.Array(Share),
      actions: Type.Array(Share),
      events: Type.Array(Share),
      traces: Type.Array(Share, { description: 'Of the last hour at most' }),
    }),
  },
});

export const SegmentSize = Type.Object({
  name: Type.String(),
  kind: Type.Enum(['table', 'index']),
  tableName: Type.String(),
  bytes: Type.Integer(),
  rows: Nullable(Type.Integer({ description: 'Estimated' })),
});

export const listSizes = endpoint({
  method: 'GET',
  path: '/api/database/sizes',
  summary: 'The largest tables and indexes',
  tag: 'Database',
  querystring: Type.Object({ limit: Limit(500) }),
  responses: { 200: Type.Object({ sizes: Type.Array(SegmentSize) }) },
});

export const getInsightStatus = endpoint({
  method: 'GET',
  path: '/api/database/status',
  summary: 'Whether the database is watched, since when, and what is missing',
  tag: 'Database',
  responses: {
    200: Type.Object({
      isConfigured: Type.Boolean(),
      engine: Nullable(Type.Enum(['postgres', 'oracle'])),
      isReachable: Type.Boolean(),
      watchingSince: Nullable(Instant),
      lastSampleAt: Nullable(Instant),
      lastMinuteAt: Nullable(Instant),
      samplesMissed: Type.Integer({ description: 'Seconds in which was not looked, since the observatory began' }),
      minutesKept: Type.Integer({ description: 'Minutes that have figures of statements' }),
      storeBytes: Type.Integer(),
      storeLimitBytes: Type.Integer(),
      missing: Type.Array(Type.String(), { description: 'Rights and extensions without which a part says nothing' }),
    }),
  },
});
