import type { Client } from 'pg';
import {
  checkFact,
  columnFact,
  foreignKeyFact,
  indexFact,
  primaryKeyFact,
  type SchemaFact,
  type SchemaForm,
  sequenceFact,
  uniqueFact,
  viewFact,
} from './schema-form.ts';

// What Kysely's migrator keeps for itself, and what an extension brought, are no part of the schema.
const ours = `t.relnamespace = current_schema()::regnamespace and t.relname not like 'schema\\_migrations%'
  and not exists (select from pg_depend e where e.objid = t.oid and e.deptype = 'e')`;

const columnsSql = `
  select t.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as "type",
    a.attnotnull as "isRequired", pg_get_expr(d.adbin, d.adrelid) as "default"
  from pg_class t join pg_attribute a on a.attrelid = t.oid left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
  where ${ours} and t.relkind = 'r' and a.attnum > 0 and not a.attisdropped`;

const constraintsSql = `
  select c.conname as "name", t.relname as "table", c.contype as "type", pg_get_constraintdef(c.oid) as "definition",
    f.relname as "target",
    array(select a.attname::text from unnest(c.conkey) with ordinality k (num, place)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num order by k.place) as "columns",
    array(select a.attname::text from unnest(c.confkey) with ordinality k (num, place)
      join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num order by k.place) as "targetColumns"
  from pg_constraint c join pg_class t on t.oid = c.conrelid left join pg_class f on f.oid = c.confrelid
  where ${ours} and c.contype in ('p', 'u', 'f', 'c')`;

// What finds text inside columns has no counterpart on Oracle and is left out; so are the indexes that constraints make.
const indexesSql = `
  select x.relname as "name", t.relname as "table", i.indisunique as "isUnique",
    array(select pg_get_indexdef(i.indexrelid, place, true)
      from generate_series(1, i.indnkeyatts) place order by place) as "on"
  from pg_index i join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam join pg_class t on t.oid = i.indrelid
  where ${ours} and m.amname = 'btree' and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`;

const viewsSql = `
  select t.relname as "name", array(select a.attname::text from pg_attribute a
    where a.attrelid = t.oid and a.attnum > 0 order by a.attnum) as "columns"
  from pg_class t where ${ours} and t.relkind = 'v'`;

const sequencesSql = `
  select t.relname as "name", s.seqincrement::float as "step"
  from pg_sequence s join pg_class t on t.oid = s.seqrelid where ${ours}`;

interface ConstraintRow {
  name: string;
  table: string;
  type: string;
  definition: string;
  target: string | null;
  columns: string[];
  targetColumns: string[];
}

/** The current schema of a PostgreSQL database, from its catalogue. */
export async function readSchemaForm(client: Client): Promise<SchemaForm> {
  const rowsOf = async <Row extends object>(sql: string): Promise<Row[]> => (await client.query<Row>(sql)).rows;
  const columns = await rowsOf<Parameters<typeof columnFact>[0] & { type: string }>(columnsSql);
  const constraints = await rowsOf<ConstraintRow>(constraintsSql);
  const indexes = await rowsOf<{ name: string; table: string; isUnique: boolean; on: string[] }>(indexesSql);
  const views = await rowsOf<{ name: string; columns: string[] }>(viewsSql);
  const sequences = await rowsOf<{ name: string; step: number }>(sequencesSql);
  return new Map([
    ...columns.map((column) => columnFact({ ...column, kind: postgresColumnKind(column.type) })),
    ...constraints.map(constraintFact),
    ...indexes.map(({ name, table, isUnique, on }) => indexFact(name, table, isUnique, on)),
    ...views.map(({ name, columns }) => viewFact(name, columns)),
    ...sequences.map(({ name, step }) => sequenceFact(name, step)),
  ]);
}

function constraintFact(row: ConstraintRow): SchemaFact {
  if (row.type === 'p') return primaryKeyFact(row.table, row.columns);
  if (row.type === 'u') return uniqueFact(row, row.columns);
  if (row.type === 'c') return checkFact(row, row.definition.replace(/^CHECK /, ''));
  return foreignKeyFact(row, row.columns, { table: row.target ?? '', columns: row.targetColumns });
}

const plainKinds: Readonly<Record<string, string>> = {
  bigint: 'whole(19)',
  integer: 'whole(10)',
  text: 'long text',
  boolean: 'flag',
};

/** What a column of this PostgreSQL type holds, in the words of both engines. */
function postgresColumnKind(type: string): string {
  const [, base, size] =
    /^(numeric|character varying|timestamp)\((\d+(?:,\d+)?)\)(?: with time zone)?$/.exec(type) ?? [];
  if (base === 'numeric') return `decimal(${size})`;
  if (base === 'character varying') return `text(${size})`;
  if (base === 'timestamp') return `instant(${size})`;
  const kind = plainKinds[type];
  if (kind === undefined) throw new Error(`no column of ours has the PostgreSQL type ${type}`);
  return kind;
}
