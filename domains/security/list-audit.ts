import { decodeEventCursor, encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { Ctx } from '../context.ts';
import { type AuditEntry, toEntry } from './audit-entry.ts';
import { selectActorId, selectAudit } from './queries.ts';

export interface ListAuditInput {
  /** Exactly this one, e.g. `products/17`. */
  resource?: string | undefined;
  action?: string | undefined;
  /** A username in any case, or what is no person, e.g. `service:sweeper`. */
  actor?: string | undefined;
  limit?: number | undefined;
  after?: string | undefined;
  offset?: number | undefined;
}

/** A page of what was changed, newest first; people go by their username. `next` is there when more follow. */
export async function listAudit(ctx: Ctx, input: ListAuditInput): Promise<{ entries: AuditEntry[]; next?: string }> {
  const { limit = 50, offset = 0, resource, action } = input;
  const after = input.after === undefined ? undefined : decodeEventCursor('audit', input.after, 'instant');
  const filter = { resource, action, ...(await actorFilter(ctx, input.actor?.trim())) };
  const rows = await selectAudit(ctx.db, { filter, after, offset, limit: limit + 1 });
  const entries = rows.slice(0, limit).map(toEntry);
  const last = entries.at(-1);
  return rows.length > limit && last
    ? { entries, next: encodeCursor('audit', { value: last.createdAt, id: last.id }) }
    : { entries };
}

async function actorFilter(ctx: Ctx, actor = ''): Promise<{ userId?: number; actor?: string }> {
  if (actor === '') return {};
  const [person] = await selectActorId(ctx.db, { username: actor });
  return person ? { userId: person.id } : { actor };
}
