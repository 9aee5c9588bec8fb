import { maxLineQuantity } from '@octo/contracts/cart.ts';
import { faultyField } from '@octo/platform/errors/app-error.ts';
import { getProduct } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { maxLines, notEnough } from './cart.ts';
import { addToLine, insertLine, selectLineQuantities } from './queries.ts';

export interface AddToCartInput {
  sessionId: string;
  shopId: number;
  productId: number;
  quantity: number;
}

export interface AddedToCart {
  lineId: number;
  quantity: number;
  cartQuantity: number;
}

/** Adds units of a product. Throws NotFound when it is not sold here, Conflict when stock or the cart has no room. */
export async function addToCart(ctx: Ctx, input: AddToCartInput): Promise<AddedToCart> {
  const { sessionId, productId, quantity } = input;
  const product = await getProduct(ctx, input);
  const lines = await selectLineQuantities(ctx.db, { sessionId });
  const line = lines.find((candidate) => candidate.productId === productId);
  const wanted = (line?.quantity ?? 0) + quantity;
  if (wanted > product.stock) throw notEnough(product.stock, line?.quantity ?? 0);
  if (wanted > maxLineQuantity) throw lineFull();
  if (!line && lines.length >= maxLines) {
    throw faultyField('Conflict', 'cart.full', 'product_id', `A cart holds up to ${maxLines} different products.`);
  }
  const lineId = await write(ctx, input, line?.id);
  return { lineId, quantity: wanted, cartQuantity: lines.reduce((sum, other) => sum + other.quantity, quantity) };
}

/** Two adds at once may both find no line: whoever comes second adds to the first one's. */
async function write(ctx: Ctx, input: AddToCartInput, knownId: number | undefined): Promise<number> {
  const { sessionId, productId, quantity } = input;
  const now = ctx.clock.now();
  const addition = { sessionId, productId, quantity, most: maxLineQuantity, updatedAt: now };
  if (knownId !== undefined && (await addToLine(ctx.db, addition)) === 1) return knownId;
  const id = await ctx.ids.next();
  if (await insertLine(ctx.db, { id, sessionId, productId, quantity, createdAt: now, updatedAt: now })) return id;
  if ((await addToLine(ctx.db, addition)) === 0) throw lineFull();
  const lines = await selectLineQuantities(ctx.db, { sessionId });
  return lines.find((line) => line.productId === productId)?.id ?? id;
}

function lineFull() {
  return faultyField('Conflict', 'cart.line_full', 'quantity', `A cart holds up to ${maxLineQuantity} of one product.`);
}
