import { type Expression, sql } from 'kysely';

/** The few column types of the schema. */
export interface ColumnTypes {
  /** Business identifier, a safe integer. */
  id: Expression<unknown>;
  /** UUIDv7 as text, made by the application. */
  uuid: Expression<unknown>;
  /** Text of at most `length` characters. */
  text(length: number): Expression<unknown>;
  /** Payload nobody filters or sorts on. */
  longText: Expression<unknown>;
  /** Exact amount of a currency with two decimals. */
  money: Expression<unknown>;
  /** Exact number that is no amount of money: a percentage, a weight, a duration. */
  decimal(precision: number, scale: number): Expression<unknown>;
  /** Moment with its zone, to the millisecond: what a Date holds, so that a value read and compared is the value stored. */
  instant: Expression<unknown>;
  flag: Expression<unknown>;
  whole: Expression<unknown>;
  /** Whole number past two thousand millions: byte counts, versions. */
  bigWhole: Expression<unknown>;
}

/** As PostgreSQL spells them; the Oracle compiler has a counterpart for each and refuses any other. */
export const columnTypes: ColumnTypes = {
  id: sql`bigint`,
  uuid: sql`varchar(36)`,
  text: (length) => sql.raw(`varchar(${length})`),
  longText: sql`text`,
  money: sql`numeric(12, 2)`,
  decimal: (precision, scale) => sql.raw(`numeric(${precision}, ${scale})`),
  instant: sql`timestamptz(3)`,
  flag: sql`boolean`,
  whole: sql`integer`,
  bigWhole: sql`bigint`,
};
