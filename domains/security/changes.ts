import type { AuditValues } from './record-audit.ts';

/** The fields that differ, as they were and as they are; undefined when none does. */
export function changesBetween<T extends object>(
  before: T,
  after: T,
): { before: AuditValues; after: AuditValues } | undefined {
  const was = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(([field, value]) => !isSame(was.get(field), value));
  if (changed.length === 0) return undefined;
  return {
    before: Object.fromEntries(changed.map(([field]) => [field, was.get(field) ?? null])),
    after: Object.fromEntries(changed),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime();
  return one === other;
}
