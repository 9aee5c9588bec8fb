import type { ShopValues } from './shop-values.ts';

/** A shop as staff see it. */
export interface ShopDetail extends ShopValues {
  id: number;
  /** Where a buyer can visit it, if they can. */
  address: string | null;
  /** Products assigned to it, on sale or not. */
  productCount: number;
  /** Moves with every edit. */
  version: number;
  createdAt: Date;
  updatedAt: Date;
}
