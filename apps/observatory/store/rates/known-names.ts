import type { DatabaseSync } from 'node:sqlite';

/** Of what is one too many to be counted by itself. */
export const otherNames = '(other)';
const mostServices = 200;
const mostNames = 200;
const mostWorkflows = 30;

/** Names are counted one by one only up to a number, however many are sent. */
export interface KnownNames {
  serviceOf(service: string): string;
  nameOf(service: string, name: string): string;
  workflowOf(service: string, workflow: unknown): string;
}

export function knownNames(db: DatabaseSync): KnownNames {
  const services = new Set<string>();
  const names = new Map<string, Set<string>>();
  const workflows = new Map<string, Set<string>>();
  for (const { service, name } of db.prepare('select distinct service, name from request_minutes').all()) {
    services.add(String(service));
    entry(names, String(service)).add(String(name));
  }
  for (const { service, workflow } of db.prepare('select distinct service, workflow from workflow_minutes').all())
    entry(workflows, String(service)).add(String(workflow));
  return {
    serviceOf: (service) => oneOf(services, service, mostServices),
    nameOf: (service, name) => oneOf(entry(names, service), name, mostNames),
    workflowOf: (service, workflow) =>
      typeof workflow === 'string' ? oneOf(entry(workflows, service), workflow, mostWorkflows) : '',
  };
}

function entry(sets: Map<string, Set<string>>, key: string): Set<string> {
  const found = sets.get(key) ?? new Set<string>();
  sets.set(key, found);
  return found;
}

function oneOf(known: Set<string>, name: string, most: number): string {
  if (!known.has(name) && known.size >= most) return otherNames;
  known.add(name);
  return name;
}
