import type { Attributes } from '@opentelemetry/api';
import { afterCommit } from '../../database/after-commit.ts';
import { AppError, errorCode, isOurFailure } from '../../errors/app-error.ts';
import { eventTeller, type ToldEvent } from '../tell-event.ts';
import type { Metric } from './definition.ts';
import { note } from './instruments.ts';

/** One thing to count: which metric, how much, and the attributes that tell its series apart; never personal data. */
export type Tally = readonly [metric: Metric, value: number, attributes?: Attributes];

/** What the outcome of a verb adds to the metrics of the business, and what the log says of it. */
export interface Counts<Args extends readonly unknown[], Result> {
  /** Counted when it is done, and where it was part of a transaction, when that is committed. */
  done?(result: Result, ...args: Args): readonly Tally[];
  /** Said in the log when it is done, and where it was part of a transaction, when that is committed. */
  tells?(result: Result, ...args: Args): ToldEvent;
  /** Counted when a rule of the business said no, by the code of the refusal. */
  refused?(code: string): readonly Tally[];
  /** Counted when it did not come to its end, for whatever reason, by the code of that. */
  failed?(code: string, ...args: Args): readonly Tally[];
}

export function countDone<Args extends readonly unknown[], Result>(
  counts: Counts<Args, Result>,
  result: Result,
  args: Args,
): void {
  const tallies = counts.done?.(result, ...args) ?? [];
  const tell = counts.tells && eventTeller(counts.tells(result, ...args));
  if (tallies.length === 0 && !tell) return;
  afterCommit(handleOf(args[0]), () => {
    add(tallies);
    tell?.();
  });
}

export function countFailed<Args extends readonly unknown[]>(
  counts: Pick<Counts<Args, never>, 'refused' | 'failed'>,
  error: unknown,
  args: Args,
): void {
  if (counts.failed) add(counts.failed(errorCode(error), ...args));
  if (counts.refused && error instanceof AppError && !isOurFailure(error)) add(counts.refused(error.code));
}

function add(tallies: readonly Tally[]): void {
  for (const [metric, value, attributes] of tallies) note(metric, value, attributes);
}

/** The database handle of a verb's context, if it has one. */
function handleOf(ctx: unknown): object | undefined {
  const db = typeof ctx === 'object' && ctx !== null && 'db' in ctx ? ctx.db : undefined;
  return typeof db === 'object' && db !== null ? db : undefined;
}
