import type { ActivityWindow } from '../activity-steps.ts';
import type { Activity, Spent } from '../store/read-activity.ts';
import { instantOf } from './statements.ts';

interface Part {
  readonly key: string;
  readonly waitClass: string;
  readonly sessions: number;
}

const mostShares = 20;

/** Sessions that were at work on average: what was seen, by how often was looked. */
export function toActivity({ stepSeconds, from }: ActivityWindow, activity: Activity) {
  const { steps, byKey, byTrace, rawLooks } = activity;
  const looks = steps.reduce((sum, step) => sum + step.looks, 0);
  const sharesBy = (name: 'statementId' | 'module' | 'action' | 'event') =>
    sharesOf(
      byKey.map(({ key, sessions }) => ({ key: key[name], waitClass: key.waitClass, sessions })),
      looks,
    );
  return {
    stepSeconds,
    steps: steps.map((step, at) => ({
      at: instantOf((from + at * stepSeconds) * 1000),
      samples: step.looks,
      byWaitClass: average(step.spent, step.looks),
    })),
    statements: sharesBy('statementId'),
    modules: sharesBy('module'),
    actions: sharesBy('action'),
    events: sharesBy('event'),
    traces: sharesOf(
      byTrace.map(({ traceId, ...part }) => ({ key: traceId, ...part })),
      rawLooks,
    ),
  };
}

function sharesOf(parts: readonly Part[], looks: number) {
  return [...Map.groupBy(parts, ({ key }) => key)]
    .map(([key, own]) => ({ key, spent: spentOf(own), sessions: own.reduce((sum, { sessions }) => sum + sessions, 0) }))
    .sort((one, other) => other.sessions - one.sessions || (one.key < other.key ? -1 : 1))
    .slice(0, mostShares)
    .map(({ key, spent, sessions }) => ({
      key: key === '' ? null : key,
      averageActive: perLook(sessions, looks),
      byWaitClass: average(spent, looks),
    }));
}

function spentOf(parts: readonly Part[]): Spent {
  const spent: Spent = {};
  for (const { waitClass, sessions } of parts) spent[waitClass] = (spent[waitClass] ?? 0) + sessions;
  return spent;
}

function average(spent: Spent, looks: number): Spent {
  return Object.fromEntries(
    Object.entries(spent).map(([waitClass, sessions]) => [waitClass, perLook(sessions, looks)]),
  );
}

function perLook(sessions: number, looks: number): number {
  return looks === 0 ? 0 : Math.round((sessions / looks) * 10_000) / 10_000;
}
