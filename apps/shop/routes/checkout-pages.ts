import { CheckoutForm } from '@octo/contracts/checkout-form.ts';
import { getCart } from '@octo/domains/cart';
import { getSessionOrder } from '@octo/domains/orders';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { statusOf } from '@octo/platform/http/problem.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Shop } from '../context.ts';
import { placeOrder } from '../place-order.ts';
import { htmlType } from '../ready-bytes.ts';
import { readCookie, sessionOf } from '../session.ts';
import { checkoutPage } from '../web/checkout.ts';
import { checkoutErrors } from '../web/checkout-errors.ts';
import { confirmationPage } from '../web/confirmation.ts';
import { toWireCart, toWireOrder } from '../wire.ts';

const OrderParams = Type.Object({ number: Type.String({ maxLength: 20, pattern: '^[A-Za-z0-9-]+$' }) });
const posting = { schema: { hide: true, body: CheckoutForm }, attachValidation: true };

/** Checkout as a form that keeps what was typed, and the confirmation that only its own browser can see. */
export function checkoutPages(app: FastifyInstance, shop: Shop): void {
  app.get('/checkout', { schema: { hide: true } }, (request, reply) => showForm(shop, request, reply));

  app.post<{ Body: Static<typeof CheckoutForm> }>('/checkout', posting, async (request, reply) => {
    const form = request.body ?? {};
    try {
      if (request.validationError) throw request.validationError;
      const order = await placeOrder(
        shop,
        request,
        { ...form, session_id: sessionOf(shop, request, reply) },
        form.idempotency_key,
      );
      return reply.redirect(`/orders/${order.orderNumber}`, 303);
    } catch (error) {
      if (!isAnswerable(error)) throw error;
      return await showForm(shop, request, reply.code(statusOf(error)), { values: form, error });
    }
  });

  app.get<{ Params: { number: string } }>(
    '/orders/:number',
    { schema: { hide: true, params: OrderParams } },
    async (request, reply) => {
      const sessionId = readCookie(shop, request);
      const order = await getSessionOrder(shop.contextOf(request), { orderNumber: request.params.number, sessionId });
      return reply.type(htmlType).send(confirmationPage(shop.site(), { order: toWireOrder(order) }));
    },
  );
}

interface Refused {
  values: Partial<Static<typeof CheckoutForm>>;
  error: AppError;
}

/** What the buyer can put right on the form itself; everything else gets a page of its own. */
function isAnswerable(error: unknown): error is AppError {
  if (!(error instanceof AppError)) return false;
  return ['Invalid', 'Declined', 'Conflict'].includes(error.kind) || error.code === 'payments.processor_down';
}

async function showForm(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  refused?: Refused,
): Promise<FastifyReply> {
  const sessionId = sessionOf(shop, request, reply);
  const cart = await getCart(shop.contextOf(request), { sessionId, shopId: shop.watch.storefront().id });
  if (cart.lines.length === 0 && refused) throw refused.error;
  if (cart.lines.length === 0) return reply.redirect('/cart', 303);
  const page = checkoutPage(shop.site(), {
    cart: toWireCart(cart, sessionId),
    values: refused?.values ?? {},
    errors: refused?.error.kind === 'Invalid' ? checkoutErrors(refused.error.fields) : [],
    notice: refused && refused.error.kind !== 'Invalid' ? { tone: 'bad', text: refused.error.message } : undefined,
    idempotencyKey: keyFor(shop, refused),
    offersTestCards: !shop.config.isProduction,
  });
  return reply.type(htmlType).send(page);
}

/** A key that has its answer, a declined card or another order, is spent: the next attempt is a new request. So is one that is none. */
function keyFor(shop: Shop, refused: Refused | undefined): string {
  const isSpent =
    refused?.error.kind === 'Declined' ||
    refused?.error.code === 'checkout.key_reused' ||
    refused?.error.fields.some(({ field }) => field === 'idempotency_key');
  return (isSpent ? undefined : refused?.values.idempotency_key) ?? shop.newKey();
}
