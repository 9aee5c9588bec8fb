import type { WaitClass } from '../insight.ts';

const byType: Readonly<Record<string, WaitClass>> = {
  Activity: 'Idle',
  Buffer: 'Concurrency',
  BufferPin: 'Concurrency',
  Client: 'Network',
  Extension: 'Other',
  IO: 'IO',
  IPC: 'Other',
  LWLock: 'Concurrency',
  Lock: 'Lock',
  Timeout: 'Other',
};

/** Waits that say more than their type. A commit waits until its log is written, and where wished, until a standby has it. */
const byEvent: readonly { event: RegExp; waitClass: WaitClass }[] = [
  { event: /^IO:Wal(Sync|Write)$/i, waitClass: 'Commit' },
  { event: /^LWLock:WALWrite$/i, waitClass: 'Commit' },
  { event: /^IPC:SyncRep$/, waitClass: 'Commit' },
  { event: /^IO:WalInit/i, waitClass: 'Configuration' },
  { event: /^LWLock:WALBufMapping$/i, waitClass: 'Configuration' },
  { event: /^IPC:Checkpoint/, waitClass: 'Configuration' },
  { event: /^IPC:(ProcarrayGroupUpdate|XactGroupUpdate|BufferIo|BtreePage)$/, waitClass: 'Concurrency' },
  { event: /^Timeout:SpinDelay$/, waitClass: 'Concurrency' },
];

/** What a session that works waits for; one that waits for nothing computes. */
export function waitClassOf(type: string | null, event: string | null): WaitClass {
  if (type === null) return 'CPU';
  const name = `${type}:${event}`;
  return byEvent.find((known) => known.event.test(name))?.waitClass ?? byType[type] ?? 'Other';
}
