import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Instant, Nullable } from './scalars.ts';

const Burn = Type.Object({
  long: Type.String({ description: 'How the long time is called, e.g. `1 h`' }),
  short: Type.String(),
  longBurn: Nullable(Type.Number()),
  shortBurn: Nullable(Type.Number()),
  factor: Type.Number({ description: 'It burns too fast when both exceed this' }),
});

export const SloStatus = Type.Object({
  id: Type.String(),
  title: Type.String(),
  service: Type.String(),
  workflow: Type.String(),
  measures: Type.Enum(['availability', 'latency']),
  objective: Type.Number({ description: 'The share that is to be good' }),
  promise: Type.String({ description: 'What that is, in words that go on after the share' }),
  windowDays: Type.Integer(),
  state: Type.Enum(['met', 'burning', 'missed', 'no_data'], {
    description: 'Burning: one of its alarms fires; missed: more was bad than the objective allows',
  }),
  all: Type.Integer({ description: 'Counted in the time that is kept' }),
  bad: Type.Integer(),
  share: Nullable(Type.Number({ description: 'That was good' })),
  budgetLeft: Nullable(
    Type.Number({
      description:
        'Share of the error budget of what was measured, `measuredHours` at most; below 0 when it is overdrawn',
    }),
  ),
  burnNow: Nullable(Type.Number({ description: 'Over the last hour; 1 is as fast as the objective allows' })),
  usedUpInHours: Nullable(
    Type.Number({
      description: 'Of the budget of `measuredHours`, at the rate of the last hour; null where nothing burns',
    }),
  ),
  measuredSince: Nullable(Instant),
  burns: Type.Array(Burn),
  alarmIds: Type.Array(Type.String()),
  traces: Nullable(Type.String({ description: 'The page with the traces that were bad' })),
});
export type SloStatus = Static<typeof SloStatus>;

export const listSlos = endpoint({
  method: 'GET',
  path: '/api/slos',
  summary: 'What is promised of each workflow, and what is left of its error budget',
  tag: 'Alarms',
  responses: {
    200: Type.Object({
      measuredHours: Type.Integer({
        description: 'Objectives are for longer than telemetry is kept: this is what figures go back at most',
      }),
      slos: Type.Array(SloStatus),
    }),
  },
});
