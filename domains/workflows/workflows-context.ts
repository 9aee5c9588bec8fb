import type { Ctx } from '../context.ts';
import type { Turns } from './lab/turns.ts';
import type { Journal } from './records/journal.ts';
import type { Component } from './sweeps/component.ts';

/** What the verbs of this domain need beside what every verb is given. */
export interface WorkflowsCtx extends Ctx {
  /** The service that runs queries and sweeps, for their records. */
  serviceName: string;
  /** Where the named queries run: with sessions of their own that may read views alone, one more than there are turns. */
  lab: { db: Ctx['db']; turns: Turns; timeoutMs: number; rowLimit: number };
  sweep: {
    pollSeconds: number;
    /** Whether a sweep runs a query that fails on purpose, too. */
    isFaultyQueryRun: boolean;
    components: readonly Component[];
  };
  journal: Journal;
}
