import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors/app-error.ts';

/** Refuses who does not bring one of our keys; the comparison takes as long for a near miss as for any other. Fails closed. */
export function requireInternalKey(request: FastifyRequest, header: string, keys: readonly string[]): void {
  if (!isInternalKey(request.headers[header], keys)) throw wrongKey(header);
}

export function isInternalKey(offered: string | string[] | undefined, keys: readonly string[]): boolean {
  const digest = digestOf(typeof offered === 'string' ? offered : '');
  const isKnown = keys.map((key) => timingSafeEqual(digestOf(key), digest)).includes(true);
  return isKnown && typeof offered === 'string' && offered !== '';
}

/** Of one length for any text, so that comparing takes as long for any two. */
export function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

function wrongKey(header: string): AppError {
  return new AppError('Unauthorized', 'http.internal_key', 'This address is for our own services.', {
    fields: [{ field: header, message: 'is missing or wrong' }],
  });
}
