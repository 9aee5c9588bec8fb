import type { Call, Operation, Schema } from './operations.ts';
import type { Question, Reply } from './walk.ts';

/** Stands for a text; it may have to be of a form that is not ours to guess. */
export const anyText = 'a';

/** A call that one should not make, or a request in its place. */
export interface Misuse {
  call?: Call;
  question?: Question;
}

/** Every way in which an endpoint should not be called. */
export function misusesOf(operation: Operation, call: Call): Misuse[] {
  const ids = Object.keys(call.params ?? {});
  const withParams = (value: string): Misuse => ({
    call: { ...call, params: Object.fromEntries(ids.map((name) => [name, value])) },
  });
  const json = { 'content-type': 'application/json' };
  return [
    { question: { method: 'PUT' } },
    { question: { method: 'OPTIONS' } },
    ...(ids.length > 0 ? [withParams('987654321'), withParams('no-such-thing'), withParams('%00')] : []),
    ...operation.query.map(({ name }) => ({ call: { ...call, query: { [name]: '\u0001' } } })),
    ...(operation.hasBody
      ? [
          { question: { body: '{"broken', headers: json } },
          { question: { body: '{}', headers: json } },
          { question: { body: 'a=b', headers: { 'content-type': 'text/csv' } } },
          { question: { body: `{"long":"${'x'.repeat(300_000)}"}`, headers: json } },
        ]
      : []),
  ];
}

/** Each parameter by itself, with each value that its schema lists, or one that it allows; the cursor as the page before gave it. */
export async function queriesOf(
  operation: Operation,
  call: Call,
  send: (operation: Operation, call: Call) => Promise<Reply>,
): Promise<NonNullable<Call['query']>[]> {
  const queries: Record<string, string | number>[] = [];
  for (const { name, schema } of operation.query) {
    if (name in (call.query ?? {})) continue;
    if (name !== 'after') queries.push(...examplesOf(schema).map((value) => ({ [name]: value })));
    if (name !== 'limit') continue;
    const { next } = (await send(operation, { ...call, query: { ...call.query, limit: 1 } })).json();
    if (typeof next === 'string') queries.push({ limit: 1, after: next });
  }
  return queries;
}

function examplesOf(schema: Schema): (string | number)[] {
  if (schema.enum) return schema.enum.map(String);
  return schema.type === 'integer' ? [Math.max(1, schema.minimum ?? 1)] : [anyText];
}
