import { type Kysely, sql } from 'kysely';
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
} from '../schema-form.ts';
import { oracleColumnKind } from './column-kind.ts';

interface ColumnRow {
  tableName: string;
  viewName: string | null;
  columnName: string;
  dataType: string;
  dataPrecision: number | null;
  dataScale: number | null;
  charLength: number | null;
  charUsed: string | null;
  nullable: string;
  dataDefault: string | null;
}

interface ConstraintRow {
  constraintName: string;
  constraintType: string;
  tableName: string;
  generated: string;
  searchConditionVc: string | null;
  targetName: string | null;
  targetTable: string | null;
}

interface IndexRow {
  indexName: string;
  tableName: string;
  uniqueness: string;
}

/** What the dictionary of the signed-in owner says. */
export interface DictionaryRows {
  columns: ColumnRow[];
  constraints: ConstraintRow[];
  keyColumns: { constraintName: string; columnName: string }[];
  indexes: IndexRow[];
  indexColumns: { indexName: string; columnPosition: number; columnName: string }[];
  indexExpressions: { indexName: string; columnPosition: number; columnExpression: string }[];
  sequences: { sequenceName: string; incrementBy: number }[];
}

/** The questions to the dictionary. What migrations keep for themselves is left out. */
export const dictionaryQueries = {
  columns: sql<ColumnRow>`select c.table_name, v.view_name, c.column_name, c.data_type, c.data_precision, c.data_scale,
    c.char_length, c.char_used, c.nullable, c.data_default
    from user_tab_columns c left join user_views v on v.view_name = c.table_name
    where c.table_name not like 'SCHEMA_MIGRATION%' order by c.table_name, c.column_id`,
  constraints: sql<ConstraintRow>`select k.constraint_name, k.constraint_type, k.table_name, k.generated,
    k.search_condition_vc, t.constraint_name as target_name, t.table_name as target_table
    from user_constraints k left join user_constraints t on t.constraint_name = k.r_constraint_name
    where k.constraint_type in ('P', 'U', 'R', 'C') and k.table_name not like 'SCHEMA_MIGRATION%'`,
  keyColumns: sql<DictionaryRows['keyColumns'][number]>`select constraint_name, column_name from user_cons_columns
    where table_name not like 'SCHEMA_MIGRATION%' order by constraint_name, position`,
  indexes: sql<IndexRow>`select i.index_name, i.table_name, i.uniqueness from user_indexes i
    where i.index_type in ('NORMAL', 'FUNCTION-BASED NORMAL') and i.table_name not like 'SCHEMA_MIGRATION%'
    and not exists (select 1 from user_constraints k where k.index_name = i.index_name)`,
  indexColumns: sql<DictionaryRows['indexColumns'][number]>`select index_name, column_position, column_name
    from user_ind_columns order by index_name, column_position`,
  indexExpressions: sql<
    DictionaryRows['indexExpressions'][number]
  >`select index_name, column_position, column_expression
    from user_ind_expressions`,
  sequences: sql<DictionaryRows['sequences'][number]>`select sequence_name, increment_by from user_sequences`,
};

/** The schema of whoever is signed in, from the dictionary of a real Oracle. */
export async function readOracleSchema(db: Kysely<unknown>): Promise<SchemaForm> {
  return schemaOfDictionary({
    columns: (await dictionaryQueries.columns.execute(db)).rows,
    constraints: (await dictionaryQueries.constraints.execute(db)).rows,
    keyColumns: (await dictionaryQueries.keyColumns.execute(db)).rows,
    indexes: (await dictionaryQueries.indexes.execute(db)).rows,
    indexColumns: (await dictionaryQueries.indexColumns.execute(db)).rows,
    indexExpressions: (await dictionaryQueries.indexExpressions.execute(db)).rows,
    sequences: (await dictionaryQueries.sequences.execute(db)).rows,
  });
}

export function schemaOfDictionary(rows: DictionaryRows): SchemaForm {
  const [ofTables, ofViews] = [rows.columns.filter((row) => !row.viewName), rows.columns.filter((row) => row.viewName)];
  const views = Map.groupBy(ofViews, ({ tableName }) => lower(tableName));
  return new Map([
    ...ofTables.map(tableColumn),
    ...rows.constraints.flatMap((row) => constraintFacts(row, rows)),
    ...rows.indexes.map((row) => indexOf(row, rows)),
    ...[...views].map(([name, own]) =>
      viewFact(
        name,
        own.map(({ columnName }) => lower(columnName)),
      ),
    ),
    ...rows.sequences.map(({ sequenceName, incrementBy }) => sequenceFact(lower(sequenceName), Number(incrementBy))),
  ]);
}

function tableColumn(row: ColumnRow): SchemaFact {
  const preset = row.dataDefault?.trim() ?? null;
  return columnFact({
    table: lower(row.tableName),
    column: lower(row.columnName),
    kind: oracleColumnKind(typeOf(row)),
    isRequired: row.nullable === 'N',
    // What a default was taken away from keeps the word.
    default: preset?.toLowerCase() === 'null' ? null : preset,
  });
}

function typeOf({ dataType, dataPrecision, dataScale, charLength, charUsed }: ColumnRow): string {
  if (dataType === 'NUMBER' && dataPrecision !== null) return `number(${dataPrecision},${dataScale ?? 0})`;
  if (dataType === 'VARCHAR2') return `varchar2(${charLength}${charUsed === 'C' ? ' char' : ''})`;
  return dataType;
}

function constraintFacts(row: ConstraintRow, { keyColumns }: DictionaryRows): SchemaFact[] {
  const fact = { name: lower(row.constraintName), table: lower(row.tableName) };
  const columnsOf = (name: string | null) =>
    keyColumns.filter(({ constraintName }) => constraintName === name).map(({ columnName }) => lower(columnName));
  const columns = columnsOf(row.constraintName);
  if (row.constraintType === 'P') return [primaryKeyFact(fact.table, columns)];
  if (row.constraintType === 'U') return [uniqueFact(fact, columns)];
  if (row.constraintType === 'R')
    return [foreignKeyFact(fact, columns, { table: lower(row.targetTable ?? ''), columns: columnsOf(row.targetName) })];
  // A check without a name of ours is NOT NULL, which is told with the column.
  return row.generated === 'USER NAME' ? [checkFact(fact, row.searchConditionVc ?? '')] : [];
}

function indexOf(row: IndexRow, { indexColumns, indexExpressions }: DictionaryRows): SchemaFact {
  const on = indexColumns
    .filter(({ indexName }) => indexName === row.indexName)
    .map(({ columnPosition, columnName }) => {
      const computed = indexExpressions.find(
        (one) => one.indexName === row.indexName && one.columnPosition === columnPosition,
      );
      return instantIn(computed?.columnExpression) ?? computed?.columnExpression ?? columnName;
    });
  return indexFact(lower(row.indexName), lower(row.tableName), row.uniqueness === 'UNIQUE', on);
}

/** Oracle makes an index over an instant one over its time in UTC. */
function instantIn(expression: string | undefined): string | undefined {
  return /^SYS_EXTRACT_UTC\("(\w+)"\)$/.exec(expression ?? '')?.[1];
}

function lower(name: string): string {
  return name.toLowerCase();
}
