import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { TraceId } from './observatory.ts';
import { Cursor, Instant, Nullable, PageSize, Text } from './scalars.ts';

// What the observatory tells of its alarms. Instants are ISO 8601; a value of the unit `percent` is a share, where 1 is all.

const AlarmId = Type.String({ pattern: '^[a-z0-9._-]{1,100}$' });
const Words = Text(500);
const Person = Type.Optional(Text(100));

const AlarmReading = Type.Object({ title: Type.String(), value: Nullable(Type.Number()) });

export const AlarmSummary = Type.Object({
  id: AlarmId,
  title: Type.String(),
  severity: Type.Enum(['page', 'ticket', 'notice']),
  subject: Type.String({ description: 'The service or the part that it is about' }),
  kind: Type.Enum(['burn', 'metric', 'ratio', 'absent', 'locks', 'regression', 'own', 'spans', 'vital']),
  state: Type.Enum(['ok', 'pending', 'firing', 'no_data']),
  since: Nullable(Instant),
  value: Nullable(Type.Number()),
  threshold: Type.Number({ description: 'It fires when the value exceeds this' }),
  unit: Type.Enum(['ms', 's', 'percent', 'count', 'none']),
  noun: Nullable(Type.String({ description: 'What a value of the unit count counts: one of them' })),
  traceId: Nullable(TraceId),
  acknowledged: Nullable(Type.Object({ at: Instant, who: Type.String(), note: Type.String() })),
  silence: Nullable(Type.Object({ at: Instant, until: Instant, who: Type.String(), why: Type.String() })),
});
export type AlarmSummary = Static<typeof AlarmSummary>;

export const AlarmEvent = Type.Object({
  id: Type.Integer(),
  alarmId: AlarmId,
  title: Type.String(),
  at: Instant,
  kind: Type.Enum(['fired', 'cleared', 'acknowledged', 'silenced', 'unsilenced']),
  value: Nullable(Type.Number()),
  threshold: Nullable(
    Type.Number({ description: 'The alarm fires now when the value exceeds this; null for one that is gone' }),
  ),
  unit: AlarmSummary.properties.unit,
  noun: AlarmSummary.properties.noun,
  traceId: Nullable(TraceId),
  readings: Type.Array(AlarmReading, { description: 'What the value was made of' }),
  who: Nullable(Type.String()),
  note: Nullable(Type.String()),
});
export type AlarmEvent = Static<typeof AlarmEvent>;

export const AlarmDetail = Type.Object({
  ...AlarmSummary.properties,
  meaning: Type.String(),
  advice: Type.String(),
  runbook: Type.String({ description: 'Part of docs/runbook.md' }),
  page: Type.String({ description: 'The page of the observatory that shows it' }),
  traces: Nullable(Type.String({ description: 'The page with traces that are examples of it' })),
  valueMeans: Type.String(),
  forSeconds: Type.Number({ description: 'So long the condition has to hold before it fires' }),
  readings: Type.Array(AlarmReading),
  values: Type.Array(Type.Object({ at: Instant, value: Type.Number() }), {
    description: 'What it was judged by: each look of the last two hours, one a minute before that, at most a day',
  }),
  events: Type.Array(AlarmEvent, { description: 'The newest first; at most 100' }),
});
export type AlarmDetail = Static<typeof AlarmDetail>;

const tag = 'Alarms';

export const listAlarms = endpoint({
  method: 'GET',
  path: '/api/alarms',
  summary: 'Every alarm with how it stands: what fires first',
  tag,
  querystring: Type.Object({ state: Type.Optional(AlarmSummary.properties.state) }),
  responses: {
    200: Type.Object({
      checkedAt: Nullable(Instant),
      pace: Type.Number({ description: 'By how much all times of the rules are divided' }),
      isNotifying: Type.Boolean({ description: 'Whether somebody is told of what fires' }),
      alarms: Type.Array(AlarmSummary),
    }),
  },
});

export const getAlarm = endpoint({
  method: 'GET',
  path: '/api/alarms/:alarmId',
  summary: 'An alarm with what it means, what it was judged by, and what became of it',
  tag,
  params: Type.Object({ alarmId: AlarmId }),
  responses: { 200: AlarmDetail },
});

export const acknowledgeAlarm = endpoint({
  method: 'POST',
  path: '/api/alarms/:alarmId/acknowledgement',
  summary: 'Somebody has seen that it fires; kept until it is cleared. 409 for one that does not fire',
  tag,
  params: Type.Object({ alarmId: AlarmId }),
  body: Type.Object({ note: Words, who: Person }),
  responses: { 200: AlarmSummary },
});

export const silenceAlarm = endpoint({
  method: 'POST',
  path: '/api/alarms/:alarmId/silence',
  summary: 'Nobody is told of it for a time; it goes on to be judged and kept',
  tag,
  params: Type.Object({ alarmId: AlarmId }),
  body: Type.Object({ minutes: Type.Integer({ minimum: 1, maximum: 10_080 }), why: Words, who: Person }),
  responses: { 200: AlarmSummary },
});

export const endSilence = endpoint({
  method: 'DELETE',
  path: '/api/alarms/:alarmId/silence',
  summary: 'People are told of it again. 409 for one that is not silenced',
  tag,
  params: Type.Object({ alarmId: AlarmId }),
  responses: { 200: AlarmSummary },
});

export const listAlarmEvents = endpoint({
  method: 'GET',
  path: '/api/alarm-events',
  summary: 'What fired, was cleared, acknowledged and silenced, the newest first',
  tag,
  querystring: Type.Object({
    limit: PageSize(200),
    after: Type.Optional(Cursor),
  }),
  responses: { 200: Type.Object({ events: Type.Array(AlarmEvent), next: Nullable(Type.String()) }) },
});
