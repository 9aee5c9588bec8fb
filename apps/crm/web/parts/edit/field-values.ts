/** What the fields of a form hold while somebody types: text, and switches. Named as on the wire. */
export type FieldValues = Record<string, string | boolean>;

/** What is wrong with what was typed: a sentence for each field at fault. */
export type Faults<Values extends FieldValues> = Partial<Record<keyof Values, string>>;

/** The fields that were changed, as they are now. */
export function changedFields<Values extends FieldValues>(before: Values, now: Values): Partial<Values> {
  const changed: Partial<Values> = {};
  for (const name in now) if (now[name] !== before[name]) changed[name] = now[name];
  return changed;
}

export function isSame<Values extends FieldValues>(before: Values, now: Values): boolean {
  return Object.keys(changedFields(before, now)).length === 0;
}
