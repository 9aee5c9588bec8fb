import type { Kysely } from 'kysely';
import type { ThingTables } from '../../../testing/things.ts';
import { column } from './oracle-columns.ts';

const thing = { id: 1, name: 'kite', amount: '95.50', unitCount: null, bornAt: null, parentId: null };

/** What `read` is answered with. */
export const kite = { columns: [column.number('ID', 19), column.text('NAME')], rows: [[1, 'kite']] };

export function insert(db: Kysely<ThingTables>) {
  return db.insertInto('things').values(thing).execute();
}

export function rename(db: Kysely<ThingTables>) {
  return db.updateTable('things').set({ name: 'bow' }).where('id', '=', 1).execute();
}

export function read(db: Kysely<ThingTables>) {
  return db.selectFrom('things').select(['id', 'name']).execute();
}
