// Shops: the storefronts a shop process can be, and the dealers a buyer can visit.
// The CRM owns every column; a storefront obeys its status.
import { traced } from '@octo/platform/telemetry/traced.ts';
import { addShop as add } from './add-shop.ts';
import { changeShop as change } from './change-shop.ts';
import { getShop as get } from './get-shop.ts';
import { listLocations as locations } from './list-locations.ts';
import { listShops as list } from './list-shops.ts';

// Read again whenever the catalogue moved, outside of any request.
export { getStorefront, type Storefront } from './get-storefront.ts';
export type { Location } from './list-locations.ts';
export type { ShopDetail } from './shop-detail.ts';
export type { ShopEdit } from './shop-values.ts';

export const { addShop, changeShop, getShop, listLocations, listShops } = traced('shops', {
  addShop: add,
  changeShop: change,
  getShop: get,
  listLocations: locations,
  listShops: list,
});
