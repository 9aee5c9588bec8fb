import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../errors/app-error.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses a write that carries a cookie and comes from a page of somebody else (cross-site request forgery). */
export function refuseForeignWrites(app: FastifyInstance, publicOrigin: string | undefined): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const isHarmless = safeMethods.has(request.method) || request.headers.cookie === undefined;
    done(!isHarmless && isForeign(request, publicOrigin) ? foreignOrigin() : undefined);
  });
}

/**
 * Refuses also those without a cookie, for routes that take forms: a foreign page can send one without asking, the browser
 * keeps our cookie back, and the answer would put a new session in the place of the visitor's own.
 */
export function refuseForeignForms(app: FastifyInstance, publicOrigin: string | undefined): void {
  app.addHook('onRequest', (request, _reply, done) => {
    done(!safeMethods.has(request.method) && isForeign(request, publicOrigin) ? foreignOrigin() : undefined);
  });
}

function foreignOrigin(): AppError {
  return new AppError(
    'Forbidden',
    'http.foreign_origin',
    'This request comes from another site and was not carried out.',
    { fields: [{ field: 'Origin', message: 'is not this site' }] },
  );
}

function isForeign(request: FastifyRequest, publicOrigin: string | undefined): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin } = request.headers;
  if (origin === undefined) return false;
  if (publicOrigin !== undefined) return origin !== publicOrigin;
  return URL.parse(origin)?.host !== request.host;
}

/** The origin of a public address, e.g. https://shop.example.com. */
export function originOf(publicUrl: string | undefined): string | undefined {
  return publicUrl === undefined ? undefined : new URL(publicUrl).origin;
}
