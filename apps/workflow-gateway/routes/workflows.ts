import * as endpoints from '@octo/contracts/workflows.ts';
import { getActivity, getRun, getTotals, listRuns, listSnapshots, sweepNow } from '@octo/domains/workflows';
import type { FastifyInstance } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Gateway } from '../context.ts';
import { toWireExecution } from '../wire/execution.ts';
import { toWireOverview } from '../wire/overview.ts';
import { toWireRun } from '../wire/run.ts';
import { toWireSnapshot } from '../wire/snapshot.ts';

/** Sweeps, what they found, and how the platform does. */
export function workflowRoutes(app: FastifyInstance, gateway: Gateway): void {
  const { caches, config } = gateway;

  mount(app, gateway, endpoints.getWorkflowOverview, async ({ raw }) => {
    const ctx = contextOf(gateway, raw);
    const [totals, activity] = await Promise.all([
      caches.totals.get('totals', () => getTotals(ctx)),
      caches.activity.get('activity', () => getActivity(ctx)),
    ]);
    return toWireOverview(totals, activity, config);
  });

  mount(app, gateway, endpoints.startSweep, async ({ raw }) => toWireRun(await sweepNow(contextOf(gateway, raw))));

  runRoutes(app, gateway);
}

function runRoutes(app: FastifyInstance, gateway: Gateway): void {
  mount(app, gateway, endpoints.listWorkflowRuns, async ({ query, raw }) => {
    const { items, next } = await listRuns(contextOf(gateway, raw), query);
    return { items: items.map(toWireRun), next };
  });

  mount(app, gateway, endpoints.getWorkflowRun, async ({ params, raw }) => {
    const { executions, snapshots, ...run } = await getRun(contextOf(gateway, raw), { runId: params.run_id });
    return {
      ...toWireRun(run),
      executions: executions.map(toWireExecution),
      components: snapshots.map(toWireSnapshot),
    };
  });

  mount(app, gateway, endpoints.listComponentSnapshots, async ({ query, raw }) => {
    const { component_name: componentName, ...page } = query;
    const { items, next } = await listSnapshots(contextOf(gateway, raw), { ...page, componentName });
    return { items: items.map(toWireSnapshot), next };
  });
}
