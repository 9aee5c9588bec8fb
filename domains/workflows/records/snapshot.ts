import type { ComponentStatus } from '../sweeps/component.ts';
import { toMilliseconds } from './execution.ts';

/** What a probe found of a component. */
export interface NewSnapshot {
  componentName: string;
  componentType: string;
  status: ComponentStatus;
  sourceService: string;
  latencyMs: number | null;
  details: string | null;
  traceId: string;
  observedAt: Date;
}

export interface Snapshot extends Omit<NewSnapshot, 'traceId' | 'status'> {
  id: number;
  workflowRunId: number | null;
  status: string;
  traceId: string | null;
}

export function toSnapshot<Row extends { latencyMs: string | null }>(row: Row) {
  return { ...row, latencyMs: toMilliseconds(row.latencyMs) };
}
