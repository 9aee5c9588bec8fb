import type { Cart } from '@octo/contracts/cart.ts';

/** How many things are in the cart, of all products together. */
export function unitsIn(cart: Cart): number {
  return cart.items.reduce((sum, item) => sum + item.quantity, 0);
}
