import type { Insertable } from 'kysely';
import type { Tables } from '../tables.ts';

export type Row<Table extends keyof Tables> = Insertable<Tables[Table]>;

/** Rows by table, in the order in which they can be inserted. */
export type SeedRows = { [Table in keyof Tables]?: Row<Table>[] };
