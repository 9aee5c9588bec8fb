import { type ColumnDefinitionBuilder, type CreateTableBuilder, type Expression, type RawBuilder, sql } from 'kysely';
import type { SchemaStatement, SchemaTools } from './schema-change.ts';

/** A column is required unless `optional`. A reference is always indexed. */
export interface Column {
  type: Expression<unknown>;
  primaryKey?: true;
  optional?: true;
  default?: string | number | boolean;
  unique?: true;
  index?: true;
  /** Referenced table, by its `id` unless written `table.column`. */
  references?: string;
  oneOf?: readonly string[];
  /** What follows the column's name in a CHECK, such as `>= 0`. */
  check?: string;
}

export interface TableRules {
  primaryKey?: readonly string[];
  unique?: readonly (readonly string[])[];
  indexes?: readonly (readonly string[])[];
  /** Indexes over an expression, by name. */
  expressionIndexes?: Record<string, { on: RawBuilder<unknown>; unique?: true }>;
  checks?: Record<string, RawBuilder<unknown>>;
}

/** `CREATE TABLE` and its indexes; constraint and index names follow from table and column. */
export function createTable(
  tools: SchemaTools,
  table: string,
  columns: Record<string, Column>,
  rules: TableRules = {},
): SchemaStatement[] {
  let builder: CreateTableBuilder<string, string> = tools.schema.createTable(table);
  for (const [name, column] of Object.entries(columns)) {
    builder = builder.addColumn(name, column.type, (definition) => define(definition, column));
  }
  for (const [name, column] of Object.entries(columns)) {
    if (column.references) {
      const [target = '', key = 'id'] = column.references.split('.');
      builder = builder.addForeignKeyConstraint(`${table}_${name}_fk`, [name], target, [key]);
    }
    if (column.unique) builder = builder.addUniqueConstraint(`${table}_${name}_uq`, [name]);
    const condition = columnCheck(name, column);
    if (condition) builder = builder.addCheckConstraint(`${table}_${name}_ck`, condition);
  }
  if (rules.primaryKey) builder = builder.addPrimaryKeyConstraint(`${table}_pk`, [...rules.primaryKey]);
  for (const unique of rules.unique ?? []) {
    builder = builder.addUniqueConstraint(`${table}_${unique.join('_')}_uq`, [...unique]);
  }
  for (const [name, condition] of Object.entries(rules.checks ?? {})) {
    builder = builder.addCheckConstraint(`${table}_${name}_ck`, condition);
  }
  return [builder, ...indexesOf(tools, table, columns, rules)];
}

function define(definition: ColumnDefinitionBuilder, column: Column): ColumnDefinitionBuilder {
  const withDefault = column.default === undefined ? definition : definition.defaultTo(column.default);
  if (column.primaryKey) return withDefault.primaryKey();
  return column.optional ? withDefault : withDefault.notNull();
}

function columnCheck(name: string, column: Column): RawBuilder<unknown> | undefined {
  if (column.oneOf) return sql.raw(`${name} in (${column.oneOf.map((value) => `'${value}'`).join(', ')})`);
  return column.check ? sql.raw(`${name} ${column.check}`) : undefined;
}

function indexesOf(
  { schema }: SchemaTools,
  table: string,
  columns: Record<string, Column>,
  rules: TableRules,
): SchemaStatement[] {
  const composed = [...(rules.primaryKey ? [rules.primaryKey] : []), ...(rules.unique ?? []), ...(rules.indexes ?? [])];
  const single = Object.entries(columns)
    .filter(([, column]) => (column.references || column.index) && !column.unique && !column.primaryKey)
    .filter(([name]) => !composed.some((index) => index[0] === name))
    .map(([name]) => [name]);
  const plain = [...single, ...(rules.indexes ?? [])].map((index) =>
    schema
      .createIndex(`${table}_${index.join('_')}_ix`)
      .on(table)
      .columns([...index]),
  );
  const computed = Object.entries(rules.expressionIndexes ?? {}).map(([name, { on, unique }]) => {
    const index = schema.createIndex(name).on(table).expression(on);
    return unique ? index.unique() : index;
  });
  return [...plain, ...computed];
}
