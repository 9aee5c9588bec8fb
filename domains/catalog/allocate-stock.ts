export interface StockLevel {
  productId: number;
  warehouseId: number;
  quantity: number;
}

export interface StockNeed {
  productId: number;
  quantity: number;
}

/**
 * Draws each need on the warehouses in the order of the levels. Pure.
 * `short` names the products that the levels cannot satisfy; then nothing may be drawn.
 */
export function allocateStock(
  needs: readonly StockNeed[],
  levels: readonly StockLevel[],
): { draws: StockLevel[]; short: number[] } {
  const draws: StockLevel[] = [];
  const short: number[] = [];
  for (const need of needs) {
    let open = need.quantity;
    for (const level of levels) {
      if (level.productId !== need.productId || open === 0) continue;
      const quantity = Math.min(open, level.quantity);
      if (quantity > 0) draws.push({ productId: level.productId, warehouseId: level.warehouseId, quantity });
      open -= quantity;
    }
    if (open > 0) short.push(need.productId);
  }
  return { draws, short };
}
