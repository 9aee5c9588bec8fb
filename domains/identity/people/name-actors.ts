import type { Ctx } from '../../context.ts';
import { selectUsernames } from './queries.ts';

const mostAtOnce = 256;

/**
 * The usernames of the actors that are people, by actor (`user:17`); nothing for services, guests and whoever is unknown.
 * Meant for the rows of a page: of more than 256 people the first are named.
 */
export async function nameActors(
  ctx: Pick<Ctx, 'db'>,
  input: { actors: readonly string[] },
): Promise<Map<string, string>> {
  const ids = [...new Set(input.actors.flatMap(userIdOf))].slice(0, mostAtOnce);
  if (ids.length === 0) return new Map();
  const people = await selectUsernames(ctx.db, { ids });
  return new Map(people.map(({ id, username }) => [`user:${id}`, username]));
}

function userIdOf(actor: string): number[] {
  const id = Number(/^user:(\d{1,16})$/.exec(actor)?.[1]);
  return Number.isSafeInteger(id) ? [id] : [];
}
