import type { Ctx } from '../../context.ts';
import { type Person, personNotFound } from './person.ts';
import { selectPerson } from './queries.ts';

/** Somebody with an account. Throws NotFound. */
export async function getPerson(ctx: Ctx, input: { userId: number }): Promise<Person> {
  const [person] = await selectPerson(ctx.db, { id: input.userId, now: ctx.clock.now() });
  if (!person) throw personNotFound();
  return person;
}
