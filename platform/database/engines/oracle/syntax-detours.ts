/** A valid form the parser does not know, and an equivalent it does, so that the rest of the statement is still read. */
export interface Detour {
  readonly form: RegExp;
  readonly replacement: string;
  readonly reason: string;
  /** A statement that the parser does not take as it stands. */
  readonly example: string;
}

export const detours: readonly Detour[] = [
  {
    form: /^alter profile /i,
    replacement: 'create profile ',
    reason: 'the grammar knows the limits of a profile where it is created only',
    example: 'alter profile p limit idle_time 60',
  },
  {
    form: /^((?:create|drop) (?:\w+ )*?)if (?:not )?exists /i,
    replacement: '$1',
    reason: 'IF [NOT] EXISTS came with 23ai; the grammar is older',
    example: 'create table if not exists t (id number(19))',
  },
  {
    form: /^(insert into [^(]+\([^()]*\) values \([^()]*\))(?:, ?\([^()]*\))+$/i,
    replacement: '$1',
    reason: 'several rows in one VALUES came with 23ai',
    example: 'insert into t (id) values (:1), (:2)',
  },
  {
    form: /^(update [^(]*?) from [a-z0-9_, ]+?(?= where )/i,
    replacement: '$1',
    reason: 'UPDATE … FROM came with 23ai',
    example: 'update t set name = s.name from s where t.id = s.id',
  },
  {
    form: /\bis( not)? (?:true|false)\b/gi,
    replacement: 'is$1 null',
    reason: 'IS TRUE came with the boolean type of 23ai',
    example: 'select id from t where is_active is true',
  },
];

/** Detours that none of these statements takes, by their reasons. */
export function idleDetours(statements: readonly string[]): string[] {
  const idle = detours.filter(({ form, replacement }) =>
    statements.every((statement) => statement.replace(form, replacement) === statement),
  );
  return idle.map(({ reason }) => reason);
}

/** The statement in the forms the parser knows. */
export function onKnownGround(statement: string): string {
  return detours.reduce((text, { form, replacement }) => text.replace(form, replacement), statement);
}
