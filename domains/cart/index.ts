// The cart of a session: lines of products that wait for a checkout. Prices and stock are read, never kept.
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { traced } from '@octo/platform/telemetry/traced.ts';
import { cartAdditions, cartRefusals } from '../metrics.ts';
import { addToCart as add } from './add-to-cart.ts';
import { changeCartItem as change } from './change-cart-item.ts';
import { getCart as get } from './get-cart.ts';
import { removeCartItem as remove } from './remove-cart-item.ts';
import { returnToCart as giveBack } from './return-to-cart.ts';
import { takeCart as take } from './take-cart.ts';

export type { Cart } from './cart.ts';

export const { addToCart, changeCartItem, getCart, removeCartItem, returnToCart, takeCart } = traced(
  'cart',
  {
    addToCart: add,
    changeCartItem: change,
    getCart: get,
    removeCartItem: remove,
    returnToCart: giveBack,
    takeCart: take,
  },
  {},
  {
    addToCart: {
      done: () => [[cartAdditions, 1]],
      refused: (code) => [[cartRefusals, 1, { [attributeNames.outcome]: code }]],
    },
  },
);
