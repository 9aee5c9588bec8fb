import { Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { UnixNano } from './observatory.ts';
import { Nullable } from './scalars.ts';

export const getReadiness = endpoint({
  method: 'GET',
  path: '/ready',
  summary: 'The store is open; what is sent is kept',
  tag: 'Platform',
  responses: { 200: Type.Object({ ready: Type.Literal(true) }) },
});

const DroppedSpans = Type.Object(
  {
    pressure: Type.Integer({
      description: 'More came in than could be written; errors, slow and seldom traces are left out last',
    }),
    traceFull: Type.Integer({ description: 'Their trace had 65,536 spans' }),
    failed: Type.Integer({ description: 'Records of batches that could not be written' }),
    room: Type.Integer({ description: 'The oldest, which made room; errors, slow and seldom traces leave later' }),
    age: Type.Integer({ description: 'Older than is kept' }),
  },
  { description: 'Spans since the start that are not here, by why. Rates count them all' },
);

export const getStatus = endpoint({
  method: 'GET',
  path: '/api/status',
  summary: 'What the observatory has taken in, kept and let go',
  tag: 'Platform',
  responses: {
    200: Type.Object({
      spans: Type.Integer(),
      logs: Type.Integer(),
      logRoom: Type.Object({
        bytes: Type.Integer({ description: 'What log lines take, about' }),
        limitBytes: Type.Integer({ description: 'Their share of the store' }),
        warnings: Type.Integer({ description: 'Lines that are warnings or worse; they are kept longest' }),
        oldestUnixNano: Nullable(UnixNano),
      }),
      metricPoints: Type.Integer(),
      storeBytes: Type.Integer(),
      storeLimitBytes: Type.Integer(),
      oldestSpanUnixNano: Nullable(UnixNano),
      refused: Type.Integer({ description: 'Spans, records and points refused since the start' }),
      cut: Type.Integer({
        description: 'Attributes, events, links and texts that were cut to the limits, since the start',
      }),
      dropped: DroppedSpans,
      intakePorts: Type.Array(Type.Integer(), { description: 'Where OTLP is taken' }),
      notes: Type.Array(Type.String(), {
        description: 'What an operator should know, such as a store that was damaged',
      }),
    }),
  },
});
