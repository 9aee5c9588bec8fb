import type { SchemaColumn } from './read-schema.ts';

const HEADER = `// Generated from the migrated database by database/write-docs.ts. Do not edit.
// Amounts and other exact decimals arrive as decimal text, business ids as numbers, instants as Date.
import type { Generated } from 'kysely';
`;

const LINE_WIDTH = 120;

/** The text of tables.ts: one interface per table and view, a type per enumeration, and `Tables` for Kysely. */
export function generateTables(columns: readonly SchemaColumn[]): string {
  const byTable = Map.groupBy(columns, (column) => column.tableName);
  const parts = [...byTable].flatMap(([table, own]) => [
    ...own.filter(isEnumeration).map(enumeration),
    `export interface ${typeName(table)}Table {\n${own.map(property).join('\n')}\n}\n`,
  ]);
  const list = [...byTable.keys()].map((table) => `  ${camelCase(table)}: ${typeName(table)}Table;`);
  return [HEADER, ...parts, `export interface Tables {\n${list.join('\n')}\n}\n`].join('\n');
}

function isEnumeration(column: SchemaColumn): boolean {
  return column.allowedValues.length > 0;
}

function enumeration(column: SchemaColumn): string {
  const name = `export type ${enumerationName(column)} =`;
  const values = column.allowedValues.map((value) => `'${value}'`);
  const line = `${name} ${values.join(' | ')};`;
  return line.length <= LINE_WIDTH ? `${line}\n` : `${name}\n${values.map((value) => `  | ${value}`).join('\n')};\n`;
}

function enumerationName(column: SchemaColumn): string {
  return typeName(`${column.tableName}_${column.columnName}`);
}

function property(column: SchemaColumn): string {
  const type = column.isNullable ? `${valueType(column)} | null` : valueType(column);
  return `  ${camelCase(column.columnName)}: ${column.hasDefault ? `Generated<${type}>` : type};`;
}

function valueType(column: SchemaColumn): string {
  if (isEnumeration(column)) return enumerationName(column);
  if (/^(bigint|integer)/.test(column.dataType)) return 'number';
  if (/^(character varying|text|numeric)/.test(column.dataType)) return 'string';
  if (column.dataType.startsWith('timestamp')) return 'Date';
  if (column.dataType === 'boolean') return 'boolean';
  throw new Error(`${column.tableName}.${column.columnName} has the type ${column.dataType}, which no rule maps`);
}

export function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function typeName(tableOrColumn: string): string {
  const name = camelCase(tableOrColumn);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
