import type { XrayStep } from '@octo/contracts/crm/xray.ts';
import { wordsOf } from '../parts/audit/audit-actions.ts';
import { eventWords } from '../screens/orders/event-words.ts';

/** What was done, in words. */
export function stepWords({ source, name, about }: Pick<XrayStep, 'source' | 'name' | 'about'>): string {
  if (source === 'audit') return wordsOf(name);
  if (source === 'message') return `Message ${name} sent`;
  if (source === 'stock') return about === null ? `Stock: ${name}` : `Stock ${about}: ${name}`;
  const { label } = eventWords({ event_type: name, from_status: null });
  return about === null ? label : `${about}: ${label.toLowerCase()}`;
}
