import type { SyncQueue } from '@octo/contracts/crm/sync.ts';
import type { Queue } from '@octo/domains/messaging';
import { toInstantOrNull } from './instant.ts';

export function toWireQueue(queue: Queue): SyncQueue {
  return {
    consumer: queue.consumer,
    waiting: queue.waiting,
    retrying: queue.retrying,
    dead: queue.dead,
    delivered_last_hour: queue.deliveredLastHour,
    oldest_waiting_at: toInstantOrNull(queue.oldestWaitingAt),
    lag_seconds: queue.lagMs / 1000,
  };
}
