import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { useEffect, useRef } from 'react';
import { actorWords } from '../../parts/actor-words.ts';
import { toast } from '../../parts/toast.ts';
import { useSession } from '../../session/session.ts';
import { eventWords } from './event-words.ts';

/** Says in passing what others did with the order while it was looked at, unless the page says so itself. */
export function useOrderNews({ order_number, events }: OrderDetail, isQuiet: boolean): void {
  const { username } = useSession();
  const seen = useRef(events);
  useEffect(() => {
    const latest = newEvents(seen.current, events).findLast(({ actor }) => actor !== username);
    seen.current = events;
    if (latest === undefined || isQuiet) return;
    toast({ tone: 'info', title: `${order_number}: ${told(latest)}` });
  }, [events, isQuiet, order_number, username]);
}

/** What happened after these events were seen. */
export function newEvents(seen: OrderDetail['events'], now: OrderDetail['events']): OrderDetail['events'] {
  const known = new Set(seen.map(({ id }) => id));
  return now.filter(({ id }) => !known.has(id));
}

/** “Put on hold by maria” */
export function told(event: OrderDetail['events'][number]): string {
  return `${eventWords(event).label} by ${actorWords(event.actor)}`;
}
