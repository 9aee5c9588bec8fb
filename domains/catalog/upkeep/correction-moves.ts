import { type AppError, faultyField } from '@octo/platform/errors/app-error.ts';
import { allocateStock, type StockLevel } from '../allocate-stock.ts';
import type { StockMove } from '../move-stock.ts';

export interface Correction {
  productId: number;
  delta: number;
  /** Undefined lets units go into the first warehouse, and takes them from the warehouses in their order. */
  warehouseId?: number | undefined;
}

/** The moves that make up a correction. Pure. Throws Conflict when the stock, or that of the warehouse named, would fall below zero. */
export function correctionMoves(
  { productId, delta, warehouseId }: Correction,
  firstWarehouseId: number,
  levels: readonly StockLevel[],
): StockMove[] {
  if (delta > 0) return [{ productId, warehouseId: warehouseId ?? firstWarehouseId, delta }];
  const own = levels.filter(
    (level) => level.productId === productId && (warehouseId === undefined || level.warehouseId === warehouseId),
  );
  const { draws, short } = allocateStock([{ productId, quantity: -delta }], own);
  if (short.length > 0) throw belowZero(-delta, own, warehouseId !== undefined);
  return draws.map((draw) => ({ productId, warehouseId: draw.warehouseId, delta: -draw.quantity }));
}

function belowZero(asked: number, levels: readonly StockLevel[], isOneWarehouse: boolean): AppError {
  const there = levels.reduce((sum, level) => sum + level.quantity, 0);
  const where = isOneWarehouse ? 'in this warehouse' : 'in stock';
  const message = `There are ${there} units ${where}: ${asked} cannot be taken out.`;
  return faultyField('Conflict', 'catalog.stock_below_zero', 'delta', message);
}
