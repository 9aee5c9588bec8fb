import type { SchedulerState, WorkflowOverview } from '@octo/contracts/workflows.ts';
import type { Activity, Totals } from '@octo/domains/workflows';
import { dollarsFromCents } from '@octo/platform/money/cents.ts';
import type { GatewayConfig } from '../config.ts';
import { toWireExecution } from './execution.ts';
import { toInstant, toInstantOrNull } from './instant.ts';
import { toWireRun } from './run.ts';
import { toWireSnapshot } from './snapshot.ts';

export function toWireOverview(totals: Totals, activity: Activity, config: GatewayConfig): WorkflowOverview {
  return {
    orders: {
      order_count: totals.orders,
      revenue: dollarsFromCents(totals.revenueCents),
      processing_count: totals.ordersInWork,
    },
    crm: { customer_count: totals.customers, crm_linked: totals.linkedCustomers },
    inventory: { low_stock_count: totals.lowStockProducts },
    recent_queries: activity.executions.map(toWireExecution),
    recent_workflows: activity.runs.map(toWireRun),
    components: activity.snapshots.map(toWireSnapshot),
    scheduler: toWireScheduler(activity.scheduler, config),
    gateway: toWireGateway(config),
  };
}

function toWireScheduler(scheduler: Activity['scheduler'], { sweep }: GatewayConfig): SchedulerState {
  return {
    poll_seconds: sweep.pollSeconds,
    last_run_at: toInstantOrNull(scheduler.lastRunAt),
    last_status: scheduler.lastStatus,
    last_error: scheduler.lastError,
    next_run_at: toInstant(scheduler.nextRunAt),
  };
}

function toWireGateway({ service, sweep, peers }: GatewayConfig): WorkflowOverview['gateway'] {
  return {
    service_name: service.name,
    faulty_query_enabled: sweep.isFaultyQueryRun,
    selectai_configured: false,
    crm_endpoint_configured: peers.crm !== undefined,
    shop_endpoint_configured: peers.shop !== undefined,
  };
}
