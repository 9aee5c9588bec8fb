import { type Context, context, createContextKey } from '@opentelemetry/api';
import { withValue } from './linked-context.ts';

/** What a piece of work is part of: the request that asked for it, and the workflow that people know it by. */
export interface Work {
  readonly requestId?: string | undefined;
  readonly workflowId?: string | undefined;
}

/** Of what is part of no workflow that has a name. */
export const otherWorkflow = 'other';

/** Tells another service of ours what its part of the work belongs to. */
export const workflowHeader = 'x-workflow-id';

const workKey = createContextKey('octo.work');

export function withWork(parent: Context, work: Work): Context {
  return withValue(parent, workKey, work);
}

/** The work that is done in a context; that of the caller, if none is given. */
export function workOf(active: Context = context.active()): Work | undefined {
  return asWork(active.getValue(workKey));
}

/** Nobody else has the key. */
function asWork(value: unknown): Work | undefined {
  return value as Work | undefined;
}
