import type { Storefront } from '@octo/domains/shops';
import { AppError } from '@octo/platform/errors/app-error.ts';
import type { FastifyInstance } from 'fastify';
import type { Shop } from './context.ts';
import { notReady } from './storefront-watch.ts';

const alwaysOpen = new Set(['/health', '/ready', '/metrics']);
const alwaysOpenBelow = ['/assets/', '/api/integrations/', '/api/observability/'];
/** These tell of the process, not of the shop, and need not have read it. */
const ofTheProcess = new Set(['/api/version', '/openapi.json']);
const closedInMaintenance = ['/cart', '/checkout', '/api/cart', '/api/shop/checkout'];

/** Obeys the status that the control plane gives this storefront. */
export function obeyStorefrontStatus(app: FastifyInstance, shop: Shop): void {
  app.addHook('preValidation', (request, _reply, done) => {
    // The route that was matched, not the address as it was spelled: /%63art is /cart too.
    const path = request.routeOptions.url ?? '';
    if (isAlwaysOpen(path)) return done();
    if (!shop.watch.isKnown()) return done(ofTheProcess.has(path) ? undefined : notReady());
    done(refusal(shop.watch.storefront().status, path));
  });
}

/** What operators and our other services do about orders goes on when a shop is closed. */
function isAlwaysOpen(path: string): boolean {
  return alwaysOpen.has(path) || alwaysOpenBelow.some((start) => path.startsWith(start));
}

function refusal(status: Storefront['status'], path: string): AppError | undefined {
  if (status === 'inactive') return new AppError('Unavailable', 'shops.inactive', 'This shop is closed.');
  const isOpen =
    status === 'active' || !closedInMaintenance.some((closed) => path === closed || path.startsWith(`${closed}/`));
  if (isOpen) return undefined;
  const message = 'Carts and checkout are closed while we work on the shop. What is in your cart is kept.';
  return new AppError('Unavailable', 'shops.maintenance', message, { retryAfterSeconds: 60 });
}
