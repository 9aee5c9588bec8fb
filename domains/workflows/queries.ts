import { sql } from 'kysely';
import { query } from '../context.ts';

/** Asks nothing but whether the database answers. */
export const selectOne = query.read('workflows.selectOne', (db, _: Record<never, never>) =>
  db.selectNoFrom(sql<number>`1`.as('answer')),
);
