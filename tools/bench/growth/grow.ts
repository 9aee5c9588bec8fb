import type { BenchDatabase } from '../bench-database.ts';
import { grownRows } from './grown-rows.ts';
import type { Scale } from './scale.ts';

interface Index {
  name: string;
  definition: string;
}

/** Fills a seeded database as years would have, and lets it count what it holds. */
export async function grow({ owner }: BenchDatabase, scale: Scale, signal: AbortSignal, say: (what: string) => void) {
  const rows = Object.entries(grownRows(scale));
  const tables = rows.map(([table]) => table);
  const run = async (text: string) => {
    signal.throwIfAborted();
    await owner.query(text);
  };
  // References hold by how the rows are made, and an index is made more quickly at once than row by row.
  await run("set session_replication_role = 'replica'");
  await run("set maintenance_work_mem = '400MB'");
  const indexes = await indexesOf({ owner }, tables);
  for (const { name } of indexes) await run(`drop index ${name}`);
  for (const [table, insert] of rows) {
    say(`rows of ${table}`);
    await run(insert);
  }
  for (const { name, definition } of indexes) {
    say(`index ${name}`);
    await run(definition);
  }
  await run(`vacuum analyze ${tables.join(', ')}`);
  await run("set session_replication_role = 'origin'");
  await run('checkpoint');
}

async function indexesOf({ owner }: Pick<BenchDatabase, 'owner'>, tables: readonly string[]): Promise<Index[]> {
  const { rows } = await owner.query<Index>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
     where t.relname = any($1) and not i.indisunique order by c.relname`,
    [tables],
  );
  return rows;
}
