import type { FieldValues } from './field-values.ts';

interface Conflict<Values extends FieldValues> {
  mine: Values;
  /** What both started from. */
  base: Values;
  theirs: Values;
}

interface ConflictRow<Values extends FieldValues> {
  field: keyof Values & string;
  /** The person changed it too; else only somebody else did. */
  isMine: boolean;
}

/** The fields in which two versions differ. Pure. */
export function conflictRows<Values extends FieldValues>({ mine, base, theirs }: Conflict<Values>) {
  const rows: ConflictRow<Values>[] = [];
  for (const field in mine) {
    if (mine[field] !== theirs[field]) rows.push({ field, isMine: mine[field] !== base[field] });
  }
  return rows;
}
