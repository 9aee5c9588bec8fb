import { type Static, Type } from 'typebox';
import { guarded } from '../endpoint.ts';
import { Cursor, Id, Instant, Nullable, Offset, PageSize, SearchText } from '../scalars.ts';
import { staffRoles } from './permissions.ts';

export const User = Type.Object({
  id: Id,
  username: Type.String(),
  email: Type.String(),
  role: Nullable(Type.String()),
  is_active: Type.Boolean(),
  last_login_at: Nullable(Instant),
  open_sessions: Type.Integer(),
  created_at: Instant,
});
export type User = Static<typeof User>;

export const listUsers = guarded({
  method: 'GET',
  path: '/api/admin/users',
  summary: 'People who can sign in, by username; search looks in username and e-mail',
  tag: 'Administration',
  access: 'users.manage',
  querystring: Type.Object({
    search: Type.Optional(SearchText),
    limit: PageSize(200),
    after: Type.Optional(Cursor),
    offset: Offset,
  }),
  responses: { 200: Type.Object({ users: Type.Array(User), next: Type.Optional(Cursor) }) },
});

export const changeRole = guarded({
  method: 'PATCH',
  path: '/api/admin/users/:id/role',
  summary: 'Gives a person a role, or none: their next request is judged by it. Nobody changes their own',
  tag: 'Administration',
  access: 'users.manage',
  params: Type.Object({ id: Id }),
  body: Type.Object({ role: Nullable(Type.Enum([...staffRoles])) }),
  responses: { 200: Type.Object({ user: User }) },
});

export const changeUser = guarded({
  method: 'PATCH',
  path: '/api/admin/users/:id',
  summary: 'Lets a person in, or keeps them out and ends their sessions',
  tag: 'Administration',
  access: 'users.manage',
  params: Type.Object({ id: Id }),
  body: Type.Object({ is_active: Type.Boolean() }),
  responses: { 200: Type.Object({ user: User }) },
});

export const endSessions = guarded({
  method: 'POST',
  path: '/api/admin/users/:id/logout-everywhere',
  summary: 'Ends every session of a person',
  tag: 'Administration',
  access: 'users.manage',
  params: Type.Object({ id: Id }),
  responses: { 200: Type.Object({ status: Type.Literal('signed_out'), sessions: Type.Integer() }) },
});

export const AuditEntry = Type.Object({
  id: Type.String(),
  actor: Type.String({ description: 'A username, or service:<name>' }),
  action: Type.String({ description: 'What was done, e.g. products.update' }),
  resource: Nullable(Type.String({ description: 'What it was done to, e.g. products/17' })),
  old_value: Type.Unknown({ description: 'The fields that changed, as they were; null when it is new' }),
  new_value: Type.Unknown({ description: 'The same fields as they are now' }),
  ip_address: Nullable(Type.String({ description: 'Told in the audit alone' })),
  user_agent: Nullable(Type.String({ description: 'Told in the audit alone' })),
  trace_id: Nullable(Type.String()),
  created_at: Instant,
});
export type AuditEntry = Static<typeof AuditEntry>;

export const listAuditLogs = guarded({
  method: 'GET',
  path: '/api/admin/audit-logs',
  summary: 'Every write, newest first: what was before, what is now, who, when, in which trace',
  tag: 'Administration',
  access: 'audit.read',
  querystring: Type.Object({
    resource: Type.Optional(Type.String({ maxLength: 200, description: 'Exactly this one, e.g. products/17' })),
    action: Type.Optional(Type.String({ maxLength: 100 })),
    actor: Type.Optional(Type.String({ maxLength: 200, description: 'A username' })),
    limit: PageSize(200),
    after: Type.Optional(Cursor),
    offset: Offset,
  }),
  responses: { 200: Type.Object({ audit_logs: Type.Array(AuditEntry), next: Type.Optional(Cursor) }) },
});

export const listProductHistory = guarded({
  method: 'GET',
  path: '/api/products/:id/history',
  summary: 'What was changed about a product: old, new, who, when, in which trace',
  tag: 'Products',
  access: 'products.read',
  params: Type.Object({ id: Id }),
  querystring: Type.Object({ limit: PageSize(200), after: Type.Optional(Cursor) }),
  responses: { 200: Type.Object({ history: Type.Array(AuditEntry), next: Type.Optional(Cursor) }) },
});
