import { Quantity } from '@octo/contracts/cart.ts';
import { Id } from '@octo/contracts/scalars.ts';
import { addToCart, changeCartItem, getCart, removeCartItem } from '@octo/domains/cart';
import { AppError } from '@octo/platform/errors/app-error.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Shop } from '../context.ts';
import { htmlType } from '../ready-bytes.ts';
import { sessionOf } from '../session.ts';
import { cartPage } from '../web/cart.ts';
import { toWireCart } from '../wire.ts';

const NewLine = Type.Object({ product_id: Id, quantity: Type.Optional(Quantity) });
const LineChange = Type.Object({ quantity: Quantity });
const LineParams = Type.Object({ id: Id });
interface LineRoute {
  Params: Static<typeof LineParams>;
}

/** The cart as a page, and the forms that change it without a script. */
export function cartPages(app: FastifyInstance, shop: Shop): void {
  app.get('/cart', { schema: { hide: true } }, (request, reply) => showCart(shop, request, reply));

  app.post<{ Body: Static<typeof NewLine> }>(
    '/cart/lines',
    { schema: { hide: true, body: NewLine } },
    async (request, reply) => {
      const { product_id: productId, quantity = 1 } = request.body;
      const visitor = { sessionId: sessionOf(shop, request, reply), shopId: shop.watch.storefront().id };
      return await change(shop, request, reply, () =>
        addToCart(shop.contextOf(request), { ...visitor, productId, quantity }),
      );
    },
  );

  const changing = { schema: { hide: true, params: LineParams, body: LineChange } };
  app.post<LineRoute & { Body: Static<typeof LineChange> }>('/cart/lines/:id', changing, async (request, reply) => {
    const visitor = { sessionId: sessionOf(shop, request, reply), shopId: shop.watch.storefront().id };
    const { quantity } = request.body;
    return await change(shop, request, reply, () =>
      changeCartItem(shop.contextOf(request), { ...visitor, lineId: request.params.id, quantity }),
    );
  });

  app.post<LineRoute>(
    '/cart/lines/:id/remove',
    { schema: { hide: true, params: LineParams } },
    async (request, reply) => {
      const sessionId = sessionOf(shop, request, reply);
      return await change(shop, request, reply, () =>
        removeCartItem(shop.contextOf(request), { sessionId, lineId: request.params.id }),
      );
    },
  );
}

/** A change that is refused shows the cart as it is, with the reason on top. */
async function change(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => Promise<unknown>,
): Promise<FastifyReply> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'Conflict') throw error;
    return await showCart(shop, request, reply.code(409), error.message);
  }
  return reply.redirect('/cart', 303);
}

async function showCart(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal?: string,
): Promise<FastifyReply> {
  const sessionId = sessionOf(shop, request, reply);
  const cart = await getCart(shop.contextOf(request), { sessionId, shopId: shop.watch.storefront().id });
  const notice = refusal === undefined ? undefined : { tone: 'bad' as const, text: refusal };
  const page = cartPage(shop.site(), { cart: toWireCart(cart, sessionId), notice });
  return reply.type(htmlType).send(page);
}
