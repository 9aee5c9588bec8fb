import type { WaitClass } from '../insight.ts';

const byClass: Readonly<Record<string, WaitClass>> = {
  Application: 'Lock',
  Commit: 'Commit',
  Concurrency: 'Concurrency',
  Configuration: 'Configuration',
  Idle: 'Idle',
  Network: 'Network',
  Scheduler: 'CPU',
  'System I/O': 'IO',
  'User I/O': 'IO',
};

/** What a session that works waits for. One that is not waiting computes, and one whose turn the scheduler puts off wants to. */
export function waitClassOf(state: string | null, waitClass: string | null, event: string | null): WaitClass {
  if (state !== 'WAITING') return 'CPU';
  if (event?.startsWith('SQL*Net break')) return 'Network';
  return byClass[waitClass ?? ''] ?? 'Other';
}
