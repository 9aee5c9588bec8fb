import { type Static, Type } from 'typebox';
import { guarded } from '../endpoint.ts';
import { Id, Instant } from '../scalars.ts';
import { permissions } from './permissions.ts';

/** Who is signed in, and what they may do. */
export const SignedIn = Type.Object({
  authenticated: Type.Literal(true),
  user_id: Id,
  username: Type.String(),
  role: Type.String(),
  permissions: Type.Array(Type.Enum([...permissions])),
  expires_at: Instant,
  observatory_url: Type.Optional(
    Type.String({
      description: 'Where browsers open traces: {observatory_url}/traces/{trace_id}; left out when nobody said',
    }),
  ),
  apm_trace_url: Type.Optional(
    Type.String({
      description: 'The same in the console of OCI APM, with {trace_id} where the id goes; only without an observatory',
    }),
  ),
});
export type SignedIn = Static<typeof SignedIn>;

export const Session = Type.Union([SignedIn, Type.Object({ authenticated: Type.Literal(false) })]);
export type Session = Static<typeof Session>;

export const Credentials = Type.Object({
  username: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000-\\u001f]*$' }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
});
export type Credentials = Static<typeof Credentials>;

export const signIn = guarded({
  method: 'POST',
  path: '/api/auth/login',
  summary: 'Signs in with a local account and sets the session cookie; 401 when refused, 429 while locked out',
  tag: 'Sign-in',
  access: 'public',
  body: Credentials,
  responses: {
    200: Type.Object({
      status: Type.Literal('success'),
      user: Type.Object({ id: Id, username: Type.String(), role: Type.String() }),
    }),
  },
});

export const getSession = guarded({
  method: 'GET',
  path: '/api/auth/session',
  summary: 'Who is signed in; 200 with authenticated false when nobody is',
  tag: 'Sign-in',
  access: 'public',
  responses: { 200: Session },
});

const SignedOut = Type.Object({ status: Type.Literal('signed_out') });

export const signOut = guarded({
  method: 'POST',
  path: '/api/auth/logout',
  summary: 'Ends this session for good',
  tag: 'Sign-in',
  access: 'public',
  responses: { 200: SignedOut },
});

export const signOutEverywhere = guarded({
  method: 'POST',
  path: '/api/auth/logout-everywhere',
  summary: 'Ends every session of the person signed in',
  tag: 'Sign-in',
  access: 'signed-in',
  responses: { 200: Type.Object({ status: Type.Literal('signed_out'), sessions: Type.Integer() }) },
});
