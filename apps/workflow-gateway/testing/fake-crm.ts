import type { SignedIn } from '@octo/contracts/crm/auth.ts';
import type { StaffRole } from '@octo/contracts/crm/permissions.ts';
import { permissionsOf } from '@octo/domains/identity';
import { type FakePeer, openFakePeer } from '@octo/platform/testing/fake-peer.ts';

export interface FakeCrm extends FakePeer {
  /** From now on this token is a session of somebody with that role. */
  signIn(token: string, role: StaffRole): void;
  signOut(token: string): void;
}

/** A CRM that knows who is signed in, and nothing else. */
export async function openFakeCrm(): Promise<FakeCrm> {
  const sessions = new Map<string, SignedIn>();
  const peer = await openFakePeer(({ headers }) => {
    const offered = (headers.cookie ?? '').split('; ').find((pair) => pair.startsWith('octo_crm='));
    const session = sessions.get(offered?.slice('octo_crm='.length) ?? '');
    return { status: 200, body: session ?? { authenticated: false } };
  });
  return {
    ...peer,
    signIn: (token, role) => {
      const permissions = [...permissionsOf(role)];
      const expires_at = new Date(Date.now() + 3_600_000).toISOString();
      sessions.set(token, { authenticated: true, user_id: 1, username: role, role, permissions, expires_at });
    },
    signOut: (token) => void sessions.delete(token),
  };
}
