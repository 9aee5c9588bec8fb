import * as endpoints from '@octo/contracts/cart.ts';
import { addToCart, changeCartItem, getCart, removeCartItem } from '@octo/domains/cart';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Shop } from '../context.ts';
import { sessionOf } from '../session.ts';
import { toWireCart } from '../wire.ts';

export function cartRoutes(app: FastifyInstance, shop: Shop): void {
  route(app, endpoints.getCart, async ({ query, raw, reply }) => {
    const sessionId = sessionOf(shop, raw, reply, query.session_id);
    return toWireCart(await getCart(shop.contextOf(raw), { sessionId, shopId: shop.watch.storefront().id }), sessionId);
  });

  route(app, endpoints.addToCart, async ({ body, raw, reply }) => {
    const sessionId = sessionOf(shop, raw, reply, body.session_id);
    const { product_id: productId, quantity = 1 } = body;
    const added = await addToCart(shop.contextOf(raw), {
      sessionId,
      shopId: shop.watch.storefront().id,
      productId,
      quantity,
    });
    return {
      status: 'added' as const,
      session_id: sessionId,
      item_id: added.lineId,
      quantity: added.quantity,
      cart_quantity: added.cartQuantity,
    };
  });

  route(app, endpoints.changeCartItem, async ({ params, query, body, raw, reply }) => {
    const sessionId = sessionOf(shop, raw, reply, body.session_id ?? query.session_id);
    const { id: shopId } = shop.watch.storefront();
    const cart = await changeCartItem(shop.contextOf(raw), {
      sessionId,
      shopId,
      lineId: params.item_id,
      quantity: body.quantity,
    });
    return toWireCart(cart, sessionId);
  });

  route(app, endpoints.removeCartItem, async ({ params, query, raw, reply }) => {
    const sessionId = sessionOf(shop, raw, reply, query.session_id);
    await removeCartItem(shop.contextOf(raw), { sessionId, lineId: params.item_id });
    return { status: 'removed' as const, item_id: params.item_id };
  });
}
