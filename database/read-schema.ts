import type { Client } from 'pg';

export interface SchemaColumn {
  tableName: string;
  columnName: string;
  dataType: string;
  isView: boolean;
  isNullable: boolean;
  hasDefault: boolean;
  /** Referenced table of a foreign key over this column alone. */
  references: string | null;
  isPrimaryKey: boolean;
  isUnique: boolean;
  /** The values a CHECK allows, when it lists them. */
  allowedValues: string[];
  comment: string | null;
  tableComment: string | null;
}

interface CatalogRow extends Omit<SchemaColumn, 'allowedValues'> {
  checks: string[];
}

// A view's column counts as nullable unless it shows a required column of the same name from every table it reads.
const columnsSql = `
  select t.relname as "tableName", a.attname as "columnName", format_type(a.atttypid, a.atttypmod) as "dataType",
    t.relkind = 'v' as "isView", a.atthasdef as "hasDefault",
    col_description(t.oid, a.attnum) as "comment", obj_description(t.oid, 'pg_class') as "tableComment",
    case when t.relkind = 'v' then coalesce((
      select bool_or(not b.attnotnull) from pg_depend d
      join pg_rewrite r on r.oid = d.objid
      join pg_attribute b on b.attrelid = d.refobjid and b.attnum = d.refobjsubid and b.attname = a.attname
      where r.ev_class = t.oid and d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass
    ), a.attname <> 'stock') else not a.attnotnull end as "isNullable",
    (select f.relname from pg_constraint c join pg_class f on f.oid = c.confrelid
      where c.conrelid = t.oid and c.contype = 'f' and c.conkey = array[a.attnum] limit 1) as "references",
    exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'p' and a.attnum = any(c.conkey))
      as "isPrimaryKey",
    exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'u' and c.conkey = array[a.attnum])
      as "isUnique",
    array(select pg_get_constraintdef(c.oid) from pg_constraint c
      where c.conrelid = t.oid and c.contype = 'c' and c.conkey = array[a.attnum]) as checks
  from pg_class t join pg_attribute a on a.attrelid = t.oid
  where t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'v')
    and a.attnum > 0 and not a.attisdropped
    and t.relname not like 'schema\\_migrations%' and t.relname not like 'pg\\_stat\\_statements%'
  order by t.relkind, t.relname, a.attnum`;

/** Every column of every table and view of the current schema, read from PostgreSQL's catalogue. */
export async function readSchema(client: Client): Promise<SchemaColumn[]> {
  const { rows } = await client.query<CatalogRow>(columnsSql);
  return rows.map(({ checks, ...column }) => ({ ...column, allowedValues: checks.flatMap(listedValues) }));
}

function listedValues(check: string): string[] {
  if (!check.includes('= ANY')) return [];
  return [...check.matchAll(/'([^']+)'::/g)].flatMap(([, value]) => (value ? [value] : []));
}
