import { type TSchema, type TString, Type } from 'typebox';

/** Text of 1 to `maxLength` characters with something visible in it; control characters other than line breaks are refused. */
export function Text(maxLength: number): TString {
  return Type.String({
    minLength: 1,
    maxLength,
    // Looks for something visible first: two open-ended runs around it would take hours over a long text.
    pattern: '^(?=\\s*\\S)[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f]*$',
  });
}

/** A business id: a positive safe integer. */
export const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

/** Decimal US dollars with at most two places, e.g. 499.99. Code calculates in integer cents. */
export const Dollars = Type.Number({ description: 'Decimal US dollars, at most two places' });

/** Names a visitor's cart. In a request it goes before the cookie. */
export const SessionId = Type.String({ minLength: 16, maxLength: 64, pattern: '^[A-Za-z0-9._-]+$' });

export const Email = Type.String({
  maxLength: 200,
  pattern: '^[^\\s@<>"\\u0000-\\u001f]{1,64}@[^\\s@<>"\\u0000-\\u001f]+$',
});

/** Where the next page starts: opaque, from the `next` of the page before. */
export const Cursor = Type.String({ minLength: 1, maxLength: 1200, pattern: '^[A-Za-z0-9_-]+$' });

/** A positive number of units per page. */
export function PageSize(maximum: number) {
  return Type.Optional(Type.Integer({ minimum: 1, maximum }));
}

/** How many to leave out from the start of a list; `after` is the way through a long one. */
export const Offset = Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 }));

/** What a person types to find something. */
export const SearchText = Type.String({ maxLength: 100, pattern: '^[^\\u0000-\\u001f]*$' });

/** An instant, ISO 8601 with its zone. */
export const Instant = Type.String({ format: 'date-time' });

/** A value that may be missing. */
export function Nullable<const S extends TSchema>(schema: S) {
  return Type.Union([schema, Type.Null()]);
}
