/** What other engines write and Oracle does not take; the patterns read masked, lower-case text (see statement-text.ts). */
export interface ForeignConstruct {
  readonly construct: string;
  readonly pattern: RegExp;
  readonly instead: string;
}

/** Functions Oracle lacks, each with the way to do without it. */
export const foreignFunctions: Readonly<Record<string, string>> = {
  age: 'subtract the instants in code',
  array_agg: 'read the rows',
  bool_and: 'use min(case …)',
  bool_or: 'use max(case …)',
  char_length: 'use length',
  clock_timestamp: 'bind the instant',
  concat_ws: 'use ||',
  currval: 'take ids by the block',
  date_part: 'use extract',
  date_trunc: 'bind the bounds of the period',
  gen_random_uuid: 'make the id in the application',
  generate_series: 'make the series in code',
  json_agg: 'read the rows',
  json_build_object: 'use json_object',
  jsonb_agg: 'read the rows',
  jsonb_build_object: 'use json_object',
  left: 'use substr',
  md5: 'hash in code',
  nextval: 'take ids by the block',
  now: 'bind the instant',
  pg_sleep: 'wait in code',
  position: 'use instr',
  random: 'draw in code',
  right: 'use substr',
  row_to_json: 'read the row',
  split_part: 'split in code',
  string_agg: 'read the rows',
  strpos: 'use instr',
  substring: 'use substr',
  to_json: 'read the row',
  to_jsonb: 'read the row',
  unnest: 'bind a padded list',
};

export const foreignConstructs: readonly ForeignConstruct[] = [
  { construct: 'LIMIT', pattern: /\blimit\s+(?:[:$]?\d|all\b|\()/, instead: 'FETCH FIRST n ROWS ONLY' },
  { construct: 'ON CONFLICT', pattern: /\bon\s+conflict\b/, instead: 'insertIfAbsent' },
  { construct: 'DISTINCT ON', pattern: /\bdistinct\s+on\b/, instead: 'a window function' },
  { construct: 'ILIKE', pattern: /\bilike\b/, instead: 'upper(column) like upper(:bind)' },
  { construct: '::', pattern: /::/, instead: 'cast(… as …)' },
  { construct: "''", pattern: /''/, instead: 'null, which is what Oracle makes of it' },
  { construct: 'a double-quoted identifier', pattern: /"/, instead: 'unquoted snake_case' },
  { construct: 'an array', pattern: /\barray\s*\[|\bany\s*\(\s*[:$]/, instead: 'a padded IN list' },
  { construct: 'a $ bind', pattern: /\$\d/, instead: ':n' },
  {
    construct: 'RELEASE SAVEPOINT',
    pattern: /\brelease\s+savepoint\b/,
    instead: 'nothing: it ends with the transaction',
  },
  { construct: 'WITH RECURSIVE', pattern: /\bwith\s+recursive\b/, instead: 'WITH and a column list' },
  {
    construct: 'IS DISTINCT FROM',
    pattern: /\bis\s+(?:not\s+)?distinct\s+from\b/,
    instead: 'compare and test for null',
  },
  { construct: 'extract(epoch …)', pattern: /\bepoch\s+from\b/, instead: 'subtract the instants in code' },
  {
    construct: 'an interval with its unit inside the literal',
    pattern: /\binterval\s+'s'(?!\s+(?:year|month|day|hour|minute|second)\b)/,
    instead: 'bind the instant',
  },
  ...Object.entries(foreignFunctions).map(([name, instead]) => ({
    construct: `${name}()`,
    pattern: new RegExp(`(?<![.\\w])${name}\\s*\\(`),
    instead,
  })),
];
