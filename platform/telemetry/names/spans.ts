import type { SpanName } from './name.ts';

/** Every span that the platform opens, for any app. */
export const spanNames: readonly SpanName[] = [
  {
    name: '{method} {route}',
    on: 'server span',
    kind: 'SERVER',
    pattern: /^[A-Z-]+( \/\S*)?$/,
    meaning: 'A request, by the template of its route; the method alone when no route matched',
  },
  {
    name: '{method} {template}',
    on: 'client span',
    kind: 'CLIENT',
    pattern: /^(GET|POST|PATCH|DELETE) \/\S*$/,
    meaning: 'A call of another service of ours, by the template of its address',
  },
  {
    name: '{domain}.{verb}',
    on: 'verb span',
    kind: 'INTERNAL',
    pattern: /^[a-z]+\.[a-z]+(_[a-z]+)*$/,
    meaning: 'A verb of a domain, called through its door',
  },
  {
    name: '{operation} {table}',
    on: 'SQL span',
    kind: 'CLIENT',
    pattern: /^(SELECT|INSERT|UPDATE|DELETE|MERGE|WITH|CALL)( [a-z][a-z0-9_]*)?$/,
    meaning: 'One SQL statement',
  },
  {
    name: 'COMMIT, ROLLBACK',
    on: 'SQL span',
    kind: 'CLIENT',
    pattern: /^(COMMIT|ROLLBACK)$/,
    meaning: 'The end of a transaction; BEGIN travels with the first statement and has none',
  },
];
