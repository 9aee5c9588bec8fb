import type { Endpoint } from '@octo/contracts/endpoint.ts';
import type { Static, TSchema } from 'typebox';

/** An endpoint as it is written in a call: `GET /api/orders/:id`. */
export type RouteOf<E extends Endpoint> = `${E['method']} ${E['path']}`;

type Lenient<T> = { [Key in keyof T]: T[Key] | undefined };

/** What a call has to bring: whatever the contract names. Query values may be left undefined. */
export type InputOf<E extends Endpoint> = (E extends { params: infer S extends TSchema }
  ? { params: Static<S> }
  : unknown) &
  (E extends { querystring: infer S extends TSchema } ? { query?: Lenient<Static<S>> } : unknown) &
  (E extends { body: infer S extends TSchema } ? { body: Static<S> } : unknown) & {
    signal?: AbortSignal;
    patienceMs?: number;
  };

type Success = 200 | 201;

/** What a call answers with when it succeeds. */
export type AnswerOf<E extends Endpoint> = E['responses'][keyof E['responses'] & Success] extends infer S extends
  TSchema
  ? Static<S>
  : never;

/** What `InputOf` comes down to at run time. */
export interface CallInput {
  params?: Readonly<Record<string, string | number>>;
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  body?: unknown;
  signal?: AbortSignal;
  /** How long to wait, where what is asked for takes its time. */
  patienceMs?: number;
}
