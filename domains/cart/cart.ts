import { type AppError, faultyField } from '@octo/platform/errors/app-error.ts';
import { centsFromDecimal } from '@octo/platform/money/cents.ts';

/** Most products in one cart. */
export const maxLines = 50;

export interface CartLine {
  id: number;
  productId: number;
  quantity: number;
  name: string;
  sku: string;
  category: string;
  priceCents: number;
  lineTotalCents: number;
  stock: number;
  imageUrl: string | null;
  /** False when the product is off sale here or its stock is below the quantity. */
  isAvailable: boolean;
}

export interface Cart {
  lines: CartLine[];
  totalCents: number;
}

interface CartRow extends Omit<CartLine, 'priceCents' | 'lineTotalCents' | 'isAvailable'> {
  price: string;
  isActive: boolean;
  shopId: number | null;
}

/** Prices a cart from its rows. */
export function toCart(rows: readonly CartRow[], shopId: number): Cart {
  const lines = rows.map(({ price, isActive, shopId: soldBy, ...row }) => {
    const priceCents = centsFromDecimal(price);
    const isAvailable = isActive && soldBy === shopId && row.stock >= row.quantity;
    return { ...row, priceCents, lineTotalCents: priceCents * row.quantity, isAvailable };
  });
  return { lines, totalCents: lines.reduce((sum, line) => sum + line.lineTotalCents, 0) };
}

/** The same for a line of somebody else: nobody learns that it exists. */
export function lineNotFound(): AppError {
  return faultyField('NotFound', 'cart.line_not_found', 'item_id', 'This line is not in your cart.');
}

/** `inCart` is what was in the cart already, and stays. */
export function notEnough(stock: number, inCart = 0): AppError {
  const message =
    stock === 0
      ? 'This product is out of stock.'
      : `Only ${stock} in stock${inCart > 0 ? `, ${inCart} already in your cart` : ''}.`;
  return faultyField('Conflict', 'cart.out_of_stock', 'quantity', message);
}
