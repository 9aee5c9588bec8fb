import * as endpoints from '@octo/contracts/crm/auth.ts';
import type { Ctx } from '@octo/domains/context';
import { endSessions, signIn, signOut } from '@octo/domains/identity';
import { callerAddress } from '@octo/platform/http/caller-address.ts';
import { originOf, refuseForeignForms } from '@octo/platform/http/same-origin.ts';
import type { FastifyInstance } from 'fastify';
import { contextOf, mount, sessionOf } from '../access.ts';
import type { Crm } from '../context.ts';
import { clearSessionCookie, readSessionToken, setSessionCookie } from '../session-cookie.ts';
import { toWireSession } from '../wire/user.ts';

const signedOut = { status: 'signed_out' as const };

export function authRoutes(app: FastifyInstance, crm: Crm): void {
  app.register(async (own) => {
    // Signing in carries no cookie yet: a foreign page could otherwise sign somebody in as somebody else.
    refuseForeignForms(own, originOf(crm.config.publicUrl));
    signInRoute(own, crm);
    signOutRoutes(own, crm);
  });

  mount(app, crm, endpoints.getSession, async ({ raw }) => {
    const session = await sessionOf(crm, raw);
    return session ? toWireSession(session, crm.config) : { authenticated: false as const };
  });
}

function signInRoute(app: FastifyInstance, crm: Crm): void {
  mount(app, crm, endpoints.signIn, async ({ body, raw, reply }) => {
    const ctx = contextOf(crm, raw);
    const before = readSessionToken(crm, raw);
    const { token, session } = await signIn(ctx, { ...body, address: callerAddress(raw), limits: crm.config.session });
    setSessionCookie(crm, reply, token);
    // Its cookie is gone from this browser, so nobody could end it any more.
    if (before !== undefined) await signOut(ctx, { token: before });
    const { userId: id, username, role } = session;
    return { status: 'success' as const, user: { id, username, role } };
  });
}

function signOutRoutes(app: FastifyInstance, crm: Crm): void {
  mount(app, crm, endpoints.signOut, async ({ raw, reply }) => {
    const token = readSessionToken(crm, raw);
    if (token !== undefined) await signOut(contextOf(crm, raw), { token });
    clearSessionCookie(crm, reply);
    return signedOut;
  });

  mount(app, crm, endpoints.signOutEverywhere, async ({ raw, reply }) => {
    const ctx = contextOf(crm, raw);
    const sessions = await endSessions(ctx, { userId: signedInUser(ctx) });
    clearSessionCookie(crm, reply);
    return { ...signedOut, sessions };
  });
}

/** Whoever was admitted to an endpoint for those signed in is a person. */
function signedInUser({ actor }: Ctx): number {
  if (actor.userId === undefined) throw new TypeError(`${actor.id} is nobody who signed in`);
  return actor.userId;
}
