import { type Static, Type } from 'typebox';
import { browserActivities, vitalNames } from './browser-telemetry.ts';
import { endpoint } from './endpoint.ts';
import { Attributes, SpanId, TraceId, UnixNano } from './observatory.ts';
import { Nullable } from './scalars.ts';

// What browsers say of visits. Anybody could have made it up, so nothing of it is counted for a service.

export const VitalSummary = Type.Object({
  name: Type.Enum(vitalNames),
  p75: Nullable(Type.Number({ description: 'Three of four measured so much or less' })),
  good: Type.Integer(),
  needsImprovement: Type.Integer(),
  poor: Type.Integer(),
});
export type VitalSummary = Static<typeof VitalSummary>;

export const PageSummary = Type.Object({
  app: Type.String(),
  page: Type.String({ description: 'Template of its address' }),
  release: Type.String({ description: 'Version of the pages; empty when they did not say' }),
  views: Type.Integer(),
  errors: Type.Integer(),
  vitals: Type.Array(VitalSummary, { description: 'All four, also those that nobody measured' }),
});
export type PageSummary = Static<typeof PageSummary>;

const Window = Type.Optional(Type.Integer({ minimum: 1, maximum: 4320 }));
const App = Type.Optional(Type.String({ maxLength: 40 }));
const Page = Type.Optional(Type.String({ maxLength: 200, description: 'Those that met this page' }));

export const getBrowserOverview = endpoint({
  method: 'GET',
  path: '/api/browser/overview',
  summary: 'Views, errors and web vitals of the last minutes, by page and release',
  tag: 'Browser',
  querystring: Type.Object({ minutes: Window, app: App }),
  responses: {
    200: Type.Object({
      windowMinutes: Type.Integer(),
      views: Type.Integer(),
      sessions: Type.Integer(),
      errors: Type.Integer(),
      vitals: Type.Array(VitalSummary),
      pages: Type.Array(PageSummary, { description: 'The most visited, at most 200' }),
      apps: Type.Array(Type.String(), { description: 'Whose pages told of visits' }),
      steps: Type.Array(Type.Object({ startTimeUnixNano: UnixNano, views: Type.Integer(), errors: Type.Integer() }), {
        description: 'The window in equal steps, oldest first, without gaps',
      }),
    }),
  },
});
export type BrowserOverview = Static<(typeof getBrowserOverview)['responses'][200]>;

const SessionId = Type.String({ pattern: '^[0-9a-f]{32}$' });

export const BrowserSession = Type.Object({
  sessionId: SessionId,
  app: Type.String(),
  release: Type.String(),
  device: Type.Enum(['phone', 'desk']),
  startTimeUnixNano: UnixNano,
  lastTimeUnixNano: UnixNano,
  firstPage: Type.String(),
  views: Type.Integer(),
  interactions: Type.Integer(),
  errors: Type.Integer(),
});
export type BrowserSession = Static<typeof BrowserSession>;

export const listBrowserSessions = endpoint({
  method: 'GET',
  path: '/api/browser/sessions',
  summary: 'Visits, the latest first',
  tag: 'Browser',
  querystring: Type.Object({
    minutes: Window,
    app: App,
    page: Page,
    hasErrors: Type.Optional(Type.Boolean()),
    error: Type.Optional(Type.Integer({ minimum: 1, description: 'Those that met this error' })),
    after: Type.Optional(Type.String({ maxLength: 300 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  responses: {
    200: Type.Object({ sessions: Type.Array(BrowserSession), next: Nullable(Type.String()) }),
  },
});

/** Something that happened in a session: a span of the browser, or an event. */
export const BrowserStep = Type.Object({
  kind: Type.Enum([...browserActivities, 'web_vital', 'error', 'custom']),
  timeUnixNano: UnixNano,
  durationMs: Nullable(Type.Number({ description: 'Of spans' })),
  name: Type.String(),
  page: Type.String(),
  viewId: Nullable(SpanId),
  isFailed: Type.Boolean(),
  traceId: Nullable(TraceId),
  spanId: Nullable(SpanId),
  hasServerSpans: Type.Boolean({ description: 'Whether that trace goes on in a service' }),
  attributes: Attributes,
});
export type BrowserStep = Static<typeof BrowserStep>;

export const getBrowserSession = endpoint({
  method: 'GET',
  path: '/api/browser/sessions/:sessionId',
  summary: 'One visit, step by step, or what of it is part of one trace',
  tag: 'Browser',
  params: Type.Object({ sessionId: SessionId }),
  querystring: Type.Object({ traceId: Type.Optional(TraceId) }),
  responses: {
    200: Type.Object({
      session: BrowserSession,
      steps: Type.Array(BrowserStep, { description: 'In the order in which they happened, at most 1,000' }),
      isCut: Type.Boolean({ description: 'There is more, or the oldest steps had to make room' }),
    }),
  },
});
export type BrowserSessionStory = Static<(typeof getBrowserSession)['responses'][200]>;

export const BrowserError = Type.Object({
  errorId: Type.Integer(),
  app: Type.String(),
  type: Type.String(),
  message: Type.String(),
  file: Type.String({
    description: 'Where it was thrown: in the source where its map is known, else in the file that was sent',
  }),
  line: Type.Integer(),
  column: Type.Integer(),
  stack: Type.Array(Type.String(), { description: 'Frames that are ours, the innermost first' }),
  release: Type.String({ description: 'In which it was seen last' }),
  firstTimeUnixNano: UnixNano,
  lastTimeUnixNano: UnixNano,
  times: Type.Integer(),
  sessions: Type.Integer({ description: 'Affected, among those that are kept' }),
  pages: Type.Array(Type.String()),
  lastSessionId: Nullable(SessionId),
  lastTraceId: Nullable(TraceId),
});
export type BrowserError = Static<typeof BrowserError>;

export const listBrowserErrors = endpoint({
  method: 'GET',
  path: '/api/browser/errors',
  summary: 'Errors of pages, those of one kind together, the latest first',
  tag: 'Browser',
  querystring: Type.Object({
    minutes: Window,
    app: App,
    page: Page,
    after: Type.Optional(Type.String({ maxLength: 300 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  responses: {
    200: Type.Object({ errors: Type.Array(BrowserError), next: Nullable(Type.String()) }),
  },
});
