import { AppError } from '@octo/platform/errors/app-error.ts';
import type { DatabaseWatch } from '../insight/database-watch.ts';
import type { Notes } from '../notes.ts';
import type { AlarmEvent, AlarmState } from '../store/alarms/alarm-records.ts';
import type { Store } from '../store/store.ts';
import type { AlarmRule } from './alarm-rule.ts';
import { findExample } from './example-trace.ts';
import { judge } from './judge.ts';
import { findLockExample } from './lock-example.ts';
import { nextState, type Step } from './next-state.ts';
import type { Notifier } from './notify/notifier.ts';
import { pacedMs } from './pace.ts';
import type { Readings, Verdict } from './readings.ts';

/** An alarm and how it stands; undefined before it was first looked at. */
export interface Alarm {
  readonly rule: AlarmRule;
  readonly state: AlarmState | undefined;
}

export interface Alarms {
  /** Looks at every condition once. */
  look(): Promise<void>;
  all(): Alarm[];
  /** Throws NotFound. */
  get(id: string): Alarm;
  /** Keeps what somebody did with an alarm. */
  note(id: string, change: Partial<AlarmState>, event: Pick<AlarmEvent, 'kind' | 'detail'>): Alarm;
  readonly pace: number;
}

export interface AlarmOptions {
  readonly rules: readonly AlarmRule[];
  readonly store: Store;
  readonly watch: DatabaseWatch | undefined;
  readonly notes: Notes;
  readonly notifier: Notifier | undefined;
  /** Divides all times of the rules. */
  readonly pace: number;
  nowMs(): number;
  readings(): Readings;
}

/** So long nothing may be wrong before an alarm is cleared, lest it comes and goes. */
const clearMs = 30_000;
const exampleMs = 15 * 60_000;
const trimEveryMs = 60_000;

export function createAlarms(options: AlarmOptions): Alarms {
  const { rules, store, notifier, pace, nowMs } = options;
  const states = store.read(({ alarms }) => alarms.states());
  let trimmedMs = 0;

  async function look(): Promise<void> {
    const events: AlarmEvent[] = [];
    const told: AlarmEvent[] = [];
    for (const rule of rules) {
      const before = states.get(rule.id);
      const step = stepOf(rule);
      if (step.change !== undefined) {
        const event = await changed(rule, step.change);
        events.push(event);
        if (!isSilenced(before, step)) told.push(event);
      } else if (isHeardAgain(before, step.state)) told.push(eventOf(rule, 'fired', step.state));
      // Others get their turn: each alarm is a few reads.
      await new Promise(setImmediate);
    }
    try {
      keep(events);
    } finally {
      // Whoever is to come has to know all the more when nothing can be kept.
      for (const event of told) notifier?.tell(get(event.rule).rule, event);
    }
  }

  function stepOf(rule: AlarmRule): Step {
    const times = { nowMs: nowMs(), forMs: pacedMs(rule.forMs, pace), clearMs };
    const step = nextState(states.get(rule.id), safely(rule, options), times);
    states.set(rule.id, step.state);
    return step;
  }

  async function changed(rule: AlarmRule, kind: 'fired' | 'cleared'): Promise<AlarmEvent> {
    if (kind === 'cleared') return eventOf(rule, kind, stateOf(rule.id));
    const traceId = await exampleOf(rule, options);
    const state = { ...stateOf(rule.id), traceId };
    states.set(rule.id, state);
    return eventOf(rule, kind, state);
  }

  function eventOf(rule: AlarmRule, kind: 'fired' | 'cleared', { value, traceId, readings }: AlarmState): AlarmEvent {
    return { rule: rule.id, atMs: nowMs(), kind, value, traceId, detail: { readings } };
  }

  function keep(events: readonly AlarmEvent[]): void {
    store.keepAlarms((alarms) => {
      for (const [id, state] of states) {
        alarms.keepState(id, state);
        if (state.value !== null) alarms.addValue(id, state.checkedMs, state.value);
      }
      for (const event of events) alarms.addEvent(event);
      if (nowMs() - trimmedMs < trimEveryMs) return;
      trimmedMs = nowMs();
      alarms.trim(trimmedMs);
    });
  }

  function stateOf(id: string): AlarmState {
    const state = states.get(id);
    if (!state)
      throw new AppError('Conflict', 'alarms.not_judged', 'This alarm was not looked at yet. Try again soon.');
    return state;
  }

  function get(id: string): Alarm {
    const rule = rules.find((one) => one.id === id);
    if (!rule) throw new AppError('NotFound', 'alarms.unknown', 'There is no such alarm.');
    return { rule, state: states.get(id) };
  }

  return {
    look,
    all: () => rules.map((rule) => ({ rule, state: states.get(rule.id) })),
    get,
    note(id, change, { kind, detail }) {
      const { rule } = get(id);
      const before = stateOf(id);
      const state = { ...before, ...change };
      states.set(id, state);
      if (isHeardAgain(before, state)) notifier?.tell(rule, eventOf(rule, 'fired', state));
      const { value, traceId } = state;
      store.keepAlarms((alarms) => {
        alarms.keepState(id, state);
        alarms.addEvent({ rule: id, atMs: nowMs(), kind, value, traceId, detail });
      });
      return { rule, state };
    },
    pace,
  };
}

/** What was told before the silence began is told to be over as soon as it is. */
function isSilenced(before: AlarmState | undefined, { state: { silence }, change }: Step): boolean {
  if (silence === null) return false;
  return change === 'fired' || before === undefined || before.sinceMs >= silence.atMs;
}

/** A silence that ends while the alarm still fires: now somebody is to know. */
function isHeardAgain(before: AlarmState | undefined, after: AlarmState): boolean {
  return before?.silence != null && after.silence === null && after.state === 'firing';
}

async function exampleOf(
  { id, traces = [], condition }: AlarmRule,
  { store, watch, notes, nowMs, pace }: AlarmOptions,
): Promise<string | null> {
  try {
    if (condition.kind === 'locks') {
      const toMs = nowMs();
      return await findLockExample({ store, watch }, { fromMs: toMs - pacedMs(condition.windowMs, pace), toMs });
    }
    return await findExample(store, traces, nowMs() - pacedMs(exampleMs, pace));
  } catch (error) {
    notes.add(`No example was found for the alarm ${id}: ${reasonOf(error)}`);
    return null;
  }
}

/** A condition that cannot be judged is no reason to leave the others alone. */
function safely(rule: AlarmRule, { readings, notes }: AlarmOptions): Verdict {
  try {
    return judge(rule.condition, readings());
  } catch (error) {
    notes.add(`The alarm ${rule.id} could not be judged: ${reasonOf(error)}`);
    return { outcome: 'unknown', value: null, readings: [] };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
