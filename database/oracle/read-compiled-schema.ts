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
import { splitAtTop } from './split-at-top.ts';

interface Reading {
  readonly form: RegExp;
  /** What the statement, in the parts that the form found, makes of the schema so far. */
  read(schema: Map<string, string>, parts: readonly string[]): void;
}

const readings: readonly Reading[] = [
  {
    form: /^create sequence (\w+) start with \d+ increment by (\d+)$/,
    read: (schema, [name = '', step]) => add(schema, [sequenceFact(name, Number(step))]),
  },
  {
    form: /^create table (\w+) \((.*)\)$/s,
    read: (schema, [table = '', body = '']) =>
      add(
        schema,
        splitAtTop(body).flatMap((part) => tableFacts(table, part)),
      ),
  },
  {
    form: /^create (unique )?index (\w+) on (\w+) \((.*)\)$/s,
    read: (schema, [unique, name = '', table = '', on = '']) =>
      add(schema, [indexFact(name, table, unique !== undefined, splitAtTop(on))]),
  },
  {
    form: /^create view (\w+) as select (.*)$/s,
    read: (schema, [name = '', query = '']) => add(schema, [viewFact(name, selectedColumns(query))]),
  },
  {
    form: /^alter table (\w+) add \((.*)\)$/s,
    read: (schema, [table = '', columns = '']) =>
      add(
        schema,
        splitAtTop(columns).flatMap((part) => tableFacts(table, part)),
      ),
  },
  {
    form: /^alter table (\w+) add (constraint .*)$/s,
    read: (schema, [table = '', constraint = '']) => add(schema, tableFacts(table, constraint)),
  },
  {
    form: /^alter table \w+ drop constraint (\w+)$/,
    read: (schema, [name = '']) => {
      if (!schema.delete(`constraint ${name}`)) throw new Error(`there is no constraint ${name} to drop`);
    },
  },
  { form: /^(?:comment on|insert into) /, read: () => undefined },
];

/**
 * What schema the migrations, as they are compiled for Oracle, come to. It reads the few forms that our own compiler writes and
 * throws for any other, so that nothing is overlooked.
 */
export function readCompiledSchema(statements: readonly string[]): SchemaForm {
  const schema = new Map<string, string>();
  for (const statement of statements) {
    const reading = readings.find(({ form }) => form.test(statement));
    if (!reading) throw new Error(`read-compiled-schema.ts knows no statement like: ${statement}`);
    reading.read(schema, reading.form.exec(statement)?.slice(1) ?? []);
  }
  return schema;
}

function add(schema: Map<string, string>, facts: readonly SchemaFact[]): void {
  for (const [thing, whatItIs] of facts) {
    if (schema.has(thing)) throw new Error(`${thing} is made twice`);
    schema.set(thing, whatItIs);
  }
}

/** A column or a constraint, as it stands inside the brackets of CREATE TABLE. */
function tableFacts(table: string, definition: string): SchemaFact[] {
  const [, name = '', rule = ''] = /^constraint (\w+) (.*)$/s.exec(definition) ?? [];
  return name === '' ? columnFacts(table, definition) : [constraintFact(name, table, rule)];
}

const columnForm = /^(\w+) (.+?)( default .+?)?( primary key| not null)?$/s;

function columnFacts(table: string, definition: string): SchemaFact[] {
  const [, column = '', type = '', preset, rule] = columnForm.exec(definition) ?? [];
  const fact = columnFact({
    table,
    column,
    kind: oracleColumnKind(type),
    isRequired: rule !== undefined,
    default: preset?.replace(' default ', '') ?? null,
  });
  return rule === ' primary key' ? [fact, primaryKeyFact(table, [column])] : [fact];
}

function constraintFact(name: string, table: string, rule: string): SchemaFact {
  const [, kind, first = '', target = '', keys = ''] =
    /^(primary key|unique|check|foreign key) \((.*?)\)(?: references (\w+) \((.*)\))?$/s.exec(rule) ?? [];
  const columns = splitAtTop(first);
  if (kind === 'primary key') return primaryKeyFact(table, columns);
  if (kind === 'unique') return uniqueFact({ name, table }, columns);
  if (kind === 'check') return checkFact({ name, table }, first);
  if (kind === 'foreign key' && target !== '')
    return foreignKeyFact({ name, table }, columns, { table: target, columns: splitAtTop(keys) });
  throw new Error(`read-compiled-schema.ts knows no rule like: ${rule}`);
}

function selectedColumns(query: string): string[] {
  return splitAtTop(query, /^\s+from\s/)
    .slice(0, 1)
    .flatMap((list) => splitAtTop(list))
    .map((column) => /(\w+)$/.exec(column)?.[1] ?? '');
}
