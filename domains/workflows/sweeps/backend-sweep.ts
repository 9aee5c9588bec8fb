import type { WorkflowsCtx } from '../workflows-context.ts';

/** The one workflow there is. */
export const backendSweep = { key: 'scheduled_backend_sweep', label: 'Scheduled backend sweep' } as const;

const swept = ['orders_backlog', 'inventory_watch', 'crm_customer_mix'];

/** The queries of a sweep, in their order. */
export function sweptQueries({ sweep }: Pick<WorkflowsCtx, 'sweep'>): readonly string[] {
  return sweep.isFaultyQueryRun ? [...swept, 'broken_orders_probe'] : swept;
}
