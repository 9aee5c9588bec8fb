import type { User } from '@octo/contracts/crm/admin.ts';
import type { SignedIn } from '@octo/contracts/crm/auth.ts';
import type { Person, StaffSession } from '@octo/domains/identity';
import type { CrmConfig } from '../config.ts';
import { toInstant, toInstantOrNull } from './instant.ts';

type TracePlaces = Pick<CrmConfig, 'observatoryPublicUrl' | 'apmTraceUrl'>;

export function toWireUser(person: Person): User {
  return {
    id: person.id,
    username: person.username,
    email: person.email,
    role: person.role,
    is_active: person.isActive,
    last_login_at: toInstantOrNull(person.lastLoginAt),
    open_sessions: person.openSessions,
    created_at: toInstant(person.createdAt),
  };
}

/** `traces`: where this person may open them. */
export function toWireSession(session: StaffSession, traces: TracePlaces): SignedIn {
  const { observatoryPublicUrl, apmTraceUrl } = traces;
  return {
    authenticated: true,
    user_id: session.userId,
    username: session.username,
    role: session.role,
    permissions: [...session.permissions],
    expires_at: toInstant(session.expiresAt),
    ...(observatoryPublicUrl === undefined ? {} : { observatory_url: observatoryPublicUrl }),
    ...(observatoryPublicUrl === undefined && apmTraceUrl !== undefined ? { apm_trace_url: apmTraceUrl } : {}),
  };
}
