import type { User } from '@octo/contracts/crm/admin.ts';
import type { SignedIn } from '@octo/contracts/crm/auth.ts';
import type { Person, StaffSession } from '@octo/domains/identity';
import { toInstant, toInstantOrNull } from './instant.ts';

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

/** `observatoryUrl`: where this person may open traces. */
export function toWireSession(session: StaffSession, observatoryUrl: string | undefined): SignedIn {
  return {
    authenticated: true,
    user_id: session.userId,
    username: session.username,
    role: session.role,
    permissions: [...session.permissions],
    expires_at: toInstant(session.expiresAt),
    ...(observatoryUrl === undefined ? {} : { observatory_url: observatoryUrl }),
  };
}
