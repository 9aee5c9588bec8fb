import { type Static, Type } from 'typebox';

/** What is wrong with one field of a request; `field` is the name on the wire. */
export const FieldProblem = Type.Object({ field: Type.String(), message: Type.String() });
export type FieldProblem = Static<typeof FieldProblem>;

/** RFC 9457 problem details, sent as application/problem+json by every failing endpoint. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String({ description: 'Stable name of the failure, e.g. cart.empty' }),
  message: Type.String({ description: 'What happened and what to do, for a person' }),
  detail: Type.String(),
  field: Type.Optional(Type.String({ description: 'The first field at fault' })),
  errors: Type.Optional(Type.Array(FieldProblem)),
  trace_id: Type.String(),
});
export type Problem = Static<typeof Problem>;
