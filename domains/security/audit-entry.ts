import type { AuditRow } from './queries.ts';

export interface AuditEntry extends Omit<AuditRow, 'username' | 'oldValue' | 'newValue'> {
  /** As it was recorded; null when it is new. */
  before: unknown;
  after: unknown;
}

/** People go by their username. */
export function toEntry({ username, oldValue, newValue, ...row }: AuditRow): AuditEntry {
  return { ...row, actor: username ?? row.actor, before: read(oldValue), after: read(newValue) };
}

/** Other writers may leave text that is no JSON: it is shown as it is. */
function read(value: string | null): unknown {
  if (value === null) return null;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
