import type { ShopChange, Shop as WireShop } from '@octo/contracts/crm/shops.ts';
import type { ShopDetail, ShopEdit } from '@octo/domains/shops';
import { toInstant } from './instant.ts';

export function toWireShop(shop: ShopDetail): WireShop {
  return {
    id: shop.id,
    slug: shop.slug,
    name: shop.name,
    storefront_url: shop.storefrontUrl,
    region: shop.region,
    currency: shop.currency,
    status: shop.status,
    address: shop.address,
    notes: shop.notes,
    product_count: shop.productCount,
    version: shop.version,
    created_at: toInstant(shop.createdAt),
    updated_at: toInstant(shop.updatedAt),
  };
}

/** The fields that were sent. */
export function toShopEdit(body: Omit<ShopChange, 'version'>): ShopEdit {
  const { slug, name, region, storefront_url: storefrontUrl, currency, status, notes } = body;
  return { slug, name, region, storefrontUrl, currency, status, notes };
}
