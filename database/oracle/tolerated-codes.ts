interface Kind {
  readonly form: RegExp;
  /** How Oracle says that the statement has been done before. */
  readonly saysDone: readonly string[];
}

const kinds: readonly Kind[] = [
  // The name of an index is taken, or its columns are indexed: which of the two is told first is for Oracle to say.
  { form: /^create (?:unique )?index /, saysDone: ['ORA-00955', 'ORA-01408'] },
  { form: /^create (?:table|view|sequence) /, saysDone: ['ORA-00955'] },
  {
    form: /^alter table \w+ add constraint /,
    saysDone: ['ORA-02260', 'ORA-02261', 'ORA-02264', 'ORA-02275'],
  },
  { form: /^alter table \w+ add \(/, saysDone: ['ORA-01430'] },
  { form: /^alter table \w+ modify \(/, saysDone: ['ORA-01442', 'ORA-01451'] },
  { form: /^alter table \w+ drop constraint /, saysDone: ['ORA-02443'] },
  { form: /^alter table \w+ drop column /, saysDone: ['ORA-00904'] },
  { form: /^drop (?:table|view) /, saysDone: ['ORA-00942'] },
  { form: /^drop index /, saysDone: ['ORA-01418'] },
  { form: /^drop sequence /, saysDone: ['ORA-02289'] },
  // Done again, it says the same again.
  { form: /^comment on /, saysDone: [] },
];

/** Codes that mean, for a statement that was begun before and may have got through, that it did. */
export function toleratedCodes(statement: string): readonly string[] {
  const kind = kinds.find(({ form }) => form.test(statement));
  if (!kind) throw new Error(`tolerated-codes.ts knows no statement like: ${statement}`);
  return kind.saysDone;
}
