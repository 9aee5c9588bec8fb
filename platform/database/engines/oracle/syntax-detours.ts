/** A valid form the parser does not know, and an equivalent it does, so that the rest of the statement is still read. */
interface Detour {
  readonly form: RegExp;
  readonly replacement: string;
  readonly reason: string;
}

const detours: readonly Detour[] = [
  {
    form: /^((?:create|drop) (?:\w+ )*?)if (?:not )?exists /i,
    replacement: '$1',
    reason: 'IF [NOT] EXISTS came with 23ai; the grammar is older',
  },
  {
    form: /^(insert into [^(]+\([^()]*\) values \([^()]*\))(?:, ?\([^()]*\))+$/i,
    replacement: '$1',
    reason: 'several rows in one VALUES came with 23ai',
  },
  {
    form: /^(update [^(]*?) from [a-z0-9_, ]+?(?= where )/i,
    replacement: '$1',
    reason: 'UPDATE … FROM came with 23ai',
  },
  {
    form: /\bis( not)? (?:true|false)\b/gi,
    replacement: 'is$1 null',
    reason: 'IS TRUE came with the boolean type of 23ai',
  },
];

/** The statement in the forms the parser knows. */
export function onKnownGround(statement: string): string {
  return detours.reduce((text, { form, replacement }) => text.replace(form, replacement), statement);
}
