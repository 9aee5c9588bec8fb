import { openDatabase } from '../../database/open-database.ts';
import { recordQuery } from '../record-queries.ts';

// Played by a process of its own: what a test process leaves when it ends.
const db = openDatabase<{ things: { id: number } }>({
  url: 'postgres://x@127.0.0.1:1/x',
  applicationName: 'x',
  poolMax: 1,
});
for (const [name, id] of [
  ['things.first', 1],
  ['things.first', 2],
  ['things.second', 1],
] as const) {
  const { query, parameters } = db.selectFrom('things').where('id', '=', id).select('id').compile();
  recordQuery(name, query, parameters);
}
