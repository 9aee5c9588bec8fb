import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Dollars, Id, SessionId } from './scalars.ts';

/** Most units of one product in one cart. */
export const maxLineQuantity = 99;

export const Quantity = Type.Integer({ minimum: 1, maximum: maxLineQuantity });

export const CartItem = Type.Object({
  id: Id,
  product_id: Id,
  quantity: Type.Integer(),
  line_total: Dollars,
  is_available: Type.Boolean({ description: 'False when the product is off sale or its stock is below the quantity' }),
  name: Type.String(),
  sku: Type.String(),
  category: Type.String(),
  price: Dollars,
  stock: Type.Integer(),
  image_url: Type.String(),
});
export type CartItem = Static<typeof CartItem>;

export const Cart = Type.Object({ items: Type.Array(CartItem), total: Dollars, session_id: Type.String() });
export type Cart = Static<typeof Cart>;

const OfSession = Type.Object({ session_id: Type.Optional(SessionId) });

export const getCart = endpoint({
  method: 'GET',
  path: '/api/cart',
  summary: 'The cart of a session, priced by the server',
  tag: 'Cart',
  querystring: OfSession,
  responses: { 200: Cart },
});

export const addToCart = endpoint({
  method: 'POST',
  path: '/api/cart/add',
  summary: 'Adds units of a product; a product already in the cart gains them',
  tag: 'Cart',
  body: Type.Object({ product_id: Id, quantity: Type.Optional(Quantity), session_id: Type.Optional(SessionId) }),
  responses: {
    200: Type.Object({
      status: Type.Literal('added'),
      session_id: Type.String(),
      item_id: Id,
      quantity: Type.Integer(),
      cart_quantity: Type.Integer({ description: 'Units in the whole cart' }),
    }),
  },
});

export const changeCartItem = endpoint({
  method: 'PATCH',
  path: '/api/cart/:item_id',
  summary: 'Sets the quantity of a cart line',
  tag: 'Cart',
  params: Type.Object({ item_id: Id }),
  querystring: OfSession,
  body: Type.Object({ quantity: Quantity, session_id: Type.Optional(SessionId) }),
  responses: { 200: Cart },
});

export const removeCartItem = endpoint({
  method: 'DELETE',
  path: '/api/cart/:item_id',
  summary: 'Removes a line from the cart of the session',
  tag: 'Cart',
  params: Type.Object({ item_id: Id }),
  querystring: OfSession,
  responses: { 200: Type.Object({ status: Type.Literal('removed'), item_id: Id }) },
});
