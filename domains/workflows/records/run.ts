import type { RunStatus, ScheduleMode } from './execution.ts';

/** One sweep, as it is recorded. */
export interface WorkflowRun {
  id: number;
  workflowKey: string;
  workflowLabel: string | null;
  sourceService: string;
  scheduleMode: ScheduleMode;
  status: RunStatus;
  resultSummary: string | null;
  traceId: string | null;
  durationMs: number | null;
  startedAt: Date;
  completedAt: Date | null;
}
