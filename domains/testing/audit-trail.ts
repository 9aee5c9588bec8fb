import type { Tables } from '@octo/database/tables.ts';
import type { Kysely } from 'kysely';

/** What the audit says of a resource, oldest first. */
export async function auditTrail(owner: Kysely<Tables>, resource: string) {
  const rows = await owner
    .selectFrom('auditLogs')
    .where('resourceName', '=', resource)
    .orderBy('id')
    .select(['actionName', 'actor', 'traceId', 'oldValue', 'newValue'])
    .execute();
  return rows.map(({ actionName: action, actor, traceId, oldValue, newValue }) => {
    const before: unknown = JSON.parse(oldValue ?? 'null');
    const after: unknown = JSON.parse(newValue ?? 'null');
    return { action, actor, traceId, before, after };
  });
}
