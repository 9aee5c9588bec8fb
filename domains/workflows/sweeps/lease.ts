import type { WorkflowsCtx } from '../workflows-context.ts';

/** What a step of a sweep may take beside the query that it runs. */
const stepMs = 10_000;

/** A lease outlasts one step of the sweep, and is extended before each. */
export function leaseEnd({ clock, lab }: Pick<WorkflowsCtx, 'clock' | 'lab'>): Date {
  return new Date(clock.now().getTime() + lab.timeoutMs + stepMs);
}
