import { randomBytes } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Shop } from './context.ts';

const livesForSeconds = 90 * 24 * 60 * 60;

/**
 * The session that a request speaks for: the one it names, else its cookie's, else a new one.
 * A cookie that we did not sign, or that is older than 90 days, is ignored and replaced.
 */
export function sessionOf(
  shop: Pick<Shop, 'config'>,
  request: FastifyRequest,
  reply: FastifyReply,
  named?: string | undefined,
): string {
  if (named !== undefined) return named;
  const known = readCookie(shop, request);
  if (known !== undefined) return known;
  const sessionId = randomBytes(24).toString('base64url');
  const issuedAt = Math.floor(Date.now() / 1000);
  reply.setCookie(cookieName(shop), `${sessionId}.${issuedAt}`, cookieOptions(shop));
  return sessionId;
}

/** The session of the request's cookie, when it is one of ours; makes none. */
export function readCookie(shop: Pick<Shop, 'config'>, request: FastifyRequest): string | undefined {
  const cookie = request.cookies[cookieName(shop)];
  if (cookie === undefined) return undefined;
  const { valid, value } = request.unsignCookie(cookie);
  if (!valid || value === null) return undefined;
  const [sessionId, issuedAt] = value.split('.');
  const ageSeconds = Date.now() / 1000 - Number(issuedAt);
  return sessionId && ageSeconds < livesForSeconds ? sessionId : undefined;
}

/** On https the prefix keeps other hosts of our domain from slipping a visitor a session of theirs. */
function cookieName(shop: Pick<Shop, 'config'>): string {
  return isPublished(shop) ? '__Host-octo_session' : 'octo_session';
}

function cookieOptions(shop: Pick<Shop, 'config'>): CookieSerializeOptions {
  const secure = isPublished(shop) || ('auto' as const);
  return { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: livesForSeconds, signed: true };
}

function isPublished({ config }: Pick<Shop, 'config'>): boolean {
  return config.publicUrl?.startsWith('https:') === true;
}
