import type { DatabaseSync } from 'node:sqlite';
import { type FewKeys, fewKeys } from '../few-keys.ts';

/** Of what is one too many to be counted by itself. */
export const otherNames = '(other)';
const mostServices = 200;
const mostNames = 200;
const mostWorkflows = 30;
const idleMinutes = 120;

/** Names are counted one by one only up to a number, however many are sent; one that was not heard of for two hours makes room. */
export interface KnownNames {
  serviceOf(service: string, minute: number): string;
  nameOf(service: string, name: string, minute: number): string;
  workflowOf(service: string, workflow: unknown, minute: number): string;
}

export function knownNames(db: DatabaseSync): KnownNames {
  const services = fewKeys(mostServices, idleMinutes);
  const names = keysByService(mostNames);
  const workflows = keysByService(mostWorkflows);
  const counted = (column: string, table: string, at: string) => {
    const all = `select service, ${column} as name, max(${at}) as minute from ${table} group by 1, 2 order by 3`;
    return Map.groupBy(db.prepare(all).all(), ({ service }) => String(service));
  };
  for (const [service, rows] of [...counted('name', 'request_minutes', 'minute')].sort(byLast).slice(-mostServices)) {
    services.admit(service, Number(rows.at(-1)?.minute));
    for (const { name, minute } of rows.slice(-mostNames)) names(service).admit(String(name), Number(minute));
  }
  for (const [service, rows] of counted('workflow', 'workflow_minutes', 'at'))
    for (const { name, minute } of rows.slice(-mostWorkflows)) workflows(service).admit(String(name), Number(minute));
  return {
    serviceOf: (service, minute) => (services.admit(service, minute) ? service : otherNames),
    nameOf: (service, name, minute) => (names(service).admit(name, minute) ? name : otherNames),
    workflowOf(service, workflow, minute) {
      if (typeof workflow !== 'string') return '';
      return workflows(service).admit(workflow, minute) ? workflow : otherNames;
    },
  };
}

type Heard = readonly [service: string, rows: Record<string, unknown>[]];

/** Who was heard of last comes last. */
function byLast([, one]: Heard, [, other]: Heard): number {
  return Number(one.at(-1)?.minute) - Number(other.at(-1)?.minute);
}

/** Of each service its own; those of one that made room for others are forgotten. */
function keysByService(most: number): (service: string) => FewKeys {
  const byService = new Map<string, FewKeys>();
  return (service) => {
    const found = byService.get(service) ?? fewKeys(most, idleMinutes);
    byService.delete(service);
    byService.set(service, found);
    const [oldest] = byService.keys();
    if (byService.size > mostServices + 1 && oldest !== undefined) byService.delete(oldest);
    return found;
  };
}
