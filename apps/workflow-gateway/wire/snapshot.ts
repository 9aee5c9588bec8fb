import type { ComponentSnapshot } from '@octo/contracts/workflows.ts';
import type { Snapshot } from '@octo/domains/workflows';
import { toInstant } from './instant.ts';

const statuses: readonly ComponentSnapshot['status'][] = ['healthy', 'degraded', 'down', 'unknown'];

export function toWireSnapshot(snapshot: Snapshot): ComponentSnapshot {
  return {
    workflow_run_id: snapshot.workflowRunId,
    component_name: snapshot.componentName,
    component_type: snapshot.componentType,
    // The column takes any text.
    status: statuses.find((status) => status === snapshot.status) ?? 'unknown',
    latency_ms: snapshot.latencyMs,
    details: snapshot.details,
    trace_id: snapshot.traceId,
    observed_at: toInstant(snapshot.observedAt),
  };
}
