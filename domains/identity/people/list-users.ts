import { decodeCursor, encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { Ctx } from '../../context.ts';
import type { Person } from './person.ts';
import { selectPeople } from './queries.ts';

export interface ListUsersInput {
  /** Part of a username or an e-mail. */
  search?: string | undefined;
  limit?: number | undefined;
  after?: string | undefined;
  offset?: number | undefined;
}

/** A page of those who work here or could, by username; customers only if they have a role. `next` is there when more follow. */
export async function listUsers(ctx: Ctx, input: ListUsersInput): Promise<{ users: Person[]; next?: string }> {
  const { search = '', limit = 50, offset = 0 } = input;
  const after = input.after === undefined ? undefined : decodeCursor('users', input.after, 'text');
  const typed = search.trim();
  const rows = await selectPeople(ctx.db, { typed, after, offset, limit: limit + 1, now: ctx.clock.now() });
  const users = rows.slice(0, limit).map(({ sortName: _, ...person }) => person);
  const last = rows[limit - 1];
  return rows.length > limit && last
    ? { users, next: encodeCursor('users', { value: last.sortName, id: last.id }) }
    : { users };
}
