import * as endpoints from '@octo/contracts/crm/admin.ts';
import { changeRole, changeUser, endSessions, listUsers } from '@octo/domains/identity';
import { listAudit } from '@octo/domains/security';
import type { FastifyInstance } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Crm } from '../context.ts';
import { toWireAuditEntry, toWireHistoryEntry } from '../wire/audit.ts';
import { toWireUser } from '../wire/user.ts';

/** Who works here and may do what, and what everybody did. */
export function adminRoutes(app: FastifyInstance, crm: Crm): void {
  userRoutes(app, crm);

  mount(app, crm, endpoints.listAuditLogs, async ({ query, raw }) => {
    const { entries, ...page } = await listAudit(contextOf(crm, raw), query);
    return { audit_logs: entries.map(toWireAuditEntry), ...page };
  });

  mount(app, crm, endpoints.listProductHistory, async ({ params, query, raw }) => {
    const { entries, ...page } = await listAudit(contextOf(crm, raw), { ...query, resource: `products/${params.id}` });
    return { history: entries.map(toWireHistoryEntry), ...page };
  });
}

function userRoutes(app: FastifyInstance, crm: Crm): void {
  mount(app, crm, endpoints.listUsers, async ({ query, raw }) => {
    const { users, ...page } = await listUsers(contextOf(crm, raw), query);
    return { users: users.map(toWireUser), ...page };
  });

  mount(app, crm, endpoints.changeRole, async ({ params, body, raw }) => {
    const changed = await changeRole(contextOf(crm, raw), { userId: params.id, role: body.role });
    return { user: toWireUser(changed) };
  });

  mount(app, crm, endpoints.changeUser, async ({ params, body, raw }) => {
    const changed = await changeUser(contextOf(crm, raw), { userId: params.id, isActive: body.is_active });
    return { user: toWireUser(changed) };
  });

  mount(app, crm, endpoints.endSessions, async ({ params, raw }) => {
    const sessions = await endSessions(contextOf(crm, raw), { userId: params.id });
    return { status: 'signed_out' as const, sessions };
  });
}
