import { networkOf } from '@octo/platform/context/network-of.ts';
import { callerAddress } from '@octo/platform/http/caller-address.ts';
import { acceptForms } from '@octo/platform/http/forms.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { signInPath, tooManyAttempts } from '../access/guard.ts';
import { createQuota } from '../access/quota.ts';
import { cookieOptions, sessionCookie, sessionMs } from '../access/session-cookie.ts';
import { drawSignIn } from '../access/sign-in-page.ts';
import { isToken, makeSession } from '../access/token.ts';
import type { Observatory } from '../context.ts';

const hidden = { schema: { hide: true } };

/** For people: the token once, then a cookie. There is nothing to sign in to without a token. */
export function signInRoutes(app: FastifyInstance, { config, clock }: Observatory): void {
  const { token } = config;
  if (token === undefined) return;
  const nowMs = () => clock.now().getTime();
  const attempts = createQuota({ perKey: 10, windowMs: 300_000, nowMs });

  app.register(async (own) => {
    await acceptForms(own, undefined);
    own.get<{ Querystring: { next?: string } }>(signInPath, hidden, async ({ query }, reply) =>
      send(reply, 200, drawSignIn(reply, { next: placeAfter(query.next) })),
    );
    own.post<{ Body?: { token?: string; next?: string } }>(signInPath, hidden, async (request, reply) => {
      const address = networkOf(callerAddress(request));
      const wait = attempts.waitSeconds(address);
      if (wait !== undefined) throw tooManyAttempts(wait);
      const next = placeAfter(request.body?.next);
      if (!isToken(String(request.body?.token ?? ''), token)) {
        attempts.take(address);
        return send(reply, 401, drawSignIn(reply, { next, isRefused: true }));
      }
      reply.setCookie(sessionCookie, makeSession(token, nowMs() + sessionMs), cookieOptions);
      return reply.redirect(next, 303);
    });
  });
}

function send(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply.status(status).type('text/html; charset=utf-8').send(page);
}

/** Only ever a place in here. */
function placeAfter(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])[\w/?&=%.~+-]*$/.test(next) ? next : '/';
}
