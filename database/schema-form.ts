import { conditionForm } from './condition-form.ts';

/**
 * A schema as facts that do not depend on the engine: what a thing is called, and what it is. Two schemas are the same when
 * their facts are.
 */
export type SchemaForm = ReadonlyMap<string, string>;
export type SchemaFact = readonly [thing: string, whatItIs: string];

export interface ColumnFact {
  table: string;
  column: string;
  kind: string;
  isRequired: boolean;
  default: string | null;
}

export interface ConstraintFact {
  name: string;
  table: string;
}

export function columnFact({ table, column, kind, isRequired, default: value }: ColumnFact): SchemaFact {
  const preset = value === null ? '' : `, default ${conditionForm(value)}`;
  return [`column ${table}.${column}`, `${kind}${isRequired ? ', required' : ''}${preset}`];
}

/** Oracle names it as it likes where the schema does not, so its name is no part of it. */
export function primaryKeyFact(table: string, columns: readonly string[]): SchemaFact {
  return [`primary key of ${table}`, columns.join(', ')];
}

export function uniqueFact({ name, table }: ConstraintFact, columns: readonly string[]): SchemaFact {
  return [`constraint ${name}`, `unique (${columns.join(', ')}) of ${table}`];
}

export function foreignKeyFact(
  { name, table }: ConstraintFact,
  columns: readonly string[],
  target: { table: string; columns: readonly string[] },
): SchemaFact {
  const referenced = `${target.table} (${target.columns.join(', ')})`;
  return [`constraint ${name}`, `foreign key (${columns.join(', ')}) of ${table} to ${referenced}`];
}

export function checkFact({ name, table }: ConstraintFact, condition: string): SchemaFact {
  return [`constraint ${name}`, `check of ${table}: ${conditionForm(condition)}`];
}

export function indexFact(name: string, table: string, isUnique: boolean, on: readonly string[]): SchemaFact {
  return [`index ${name}`, `${isUnique ? 'unique ' : ''}on ${table} (${on.map(conditionForm).join(', ')})`];
}

export function viewFact(name: string, columns: readonly string[]): SchemaFact {
  return [`view ${name}`, columns.join(', ')];
}

/** Where it began is no part of it: Oracle does not remember that. */
export function sequenceFact(name: string, step: number): SchemaFact {
  return [`sequence ${name}`, `by ${step}`];
}

/** Every fact in which the two schemas are not the same, in words. */
export function schemaDifferences(
  [leftName, left]: readonly [name: string, form: SchemaForm],
  [rightName, right]: readonly [name: string, form: SchemaForm],
): string[] {
  const things = [...new Set([...left.keys(), ...right.keys()])].sort();
  return things
    .filter((thing) => left.get(thing) !== right.get(thing))
    .map((thing) => {
      const [onLeft, onRight] = [left.get(thing) ?? 'missing', right.get(thing) ?? 'missing'];
      return `${thing}: ${onLeft} on ${leftName}, ${onRight} on ${rightName}`;
    });
}
