import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Instant, Nullable } from './scalars.ts';

// What the database knows of its own work, as the observatory tells it to operators; its statements are in insight-statements.ts.
// camelCase, like the rest of its API.

export const Limit = (maximum: number) => Type.Optional(Type.Integer({ minimum: 1, maximum }));
export const Minutes = Type.Optional(Type.Integer({ minimum: 1, maximum: 43_200 }));

export const StatementId = Type.String({ minLength: 1, maxLength: 40, pattern: '^-?[0-9a-z]+$' });

const WaitClass = Type.Enum([
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
  summary:
    'Average active sessions by wait class over the last minutes, of all or of one statement, from a sample every second',
  tag: 'Database',
  querystring: Type.Object({ minutes: Minutes, statementId: Type.Optional(StatementId) }),
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

const SegmentSize = Type.Object({
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
